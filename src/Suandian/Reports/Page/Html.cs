using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Suandian.Reports.Page;

/// <summary>A piece of markup. Interpolated values are escaped unless they are markup themselves.</summary>
readonly record struct Html(string Markup)
{
    internal static readonly Html None = new("");

    /// <summary>Markup from an interpolated string; its holes are escaped.</summary>
    internal static Html Of(HtmlHandler markup) => new(markup.ToString());

    /// <summary>One after another.</summary>
    internal static Html All(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p.Markup)));

    /// <summary>One after another.</summary>
    internal static Html All(params ReadOnlySpan<Html> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Markup);
        }

        return new Html(text.ToString());
    }

    /// <summary>The piece, or nothing.</summary>
    internal static Html If(bool condition, Func<Html> piece) => condition ? piece() : None;

    /// <summary>Length in CSS, such as <c>42.3%</c>.</summary>
    internal static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    public override string ToString() => Markup;
}

/// <summary>Collects an interpolated string, escaping what is not <see cref="Html"/>.</summary>
[InterpolatedStringHandler]
readonly ref struct HtmlHandler(int literalLength, int formattedCount)
{
    readonly StringBuilder _text = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(Html piece) => _text.Append(piece.Markup);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
        {
            _text.Append(piece.Markup);
        }
    }

    public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable =>
        _text.Append(WebUtility.HtmlEncode(value.ToString(format, CultureInfo.InvariantCulture)));

    public override string ToString() => _text.ToString();
}
