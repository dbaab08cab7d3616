using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suandian.Operations.Programme.Forms;

/// <summary>A layout of the self-evaluation form as data: Programme/Forms/layouts/*.json.</summary>
/// <remarks>
/// A layout is rows of cells, set like the rows of an HTML table: a cell takes the next free column, spans columns and rows, and shows
/// fixed words or a field of the form. The rows of <see cref="Row"/> are repeated for every indicator.
/// </remarks>
public sealed record FormLayout
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Codes of all layouts, Xinjiang first.</summary>
    public static ImmutableArray<string> Codes { get; } = ["xinjiang", "national", "sichuan", "yunnan", "hubei"];

    static readonly FrozenDictionary<string, FormLayout> All = Codes.ToFrozenDictionary(code => code, Load);

    /// <summary>Code, as --layout takes it.</summary>
    public required string Code { get; init; }

    /// <summary>Name, 中文.</summary>
    public required string NameZh { get; init; }

    /// <summary>Name, English.</summary>
    public required string NameEn { get; init; }

    /// <summary>Public forms it was read from.</summary>
    public required string SeenAt { get; init; }

    /// <summary>Title above the form.</summary>
    public required string Title { get; init; }

    /// <summary>Points of the money block.</summary>
    public required decimal ExecutionWeight { get; init; }

    /// <summary>Width of each column, in digits.</summary>
    public required ImmutableArray<double> Widths { get; init; }

    /// <summary>First levels with their usual points, and the second levels they hold, in the order of the form.</summary>
    public required ImmutableArray<LayoutGroup> Groups { get; init; }

    /// <summary>Head, money and goals.</summary>
    public required ImmutableArray<ImmutableArray<LayoutCell>> Top { get; init; }

    /// <summary>Titles of the columns of indicators.</summary>
    public required ImmutableArray<ImmutableArray<LayoutCell>> Head { get; init; }

    /// <summary>The cells of an indicator.</summary>
    public required ImmutableArray<LayoutCell> Row { get; init; }

    /// <summary>Total and closing fields.</summary>
    public required ImmutableArray<ImmutableArray<LayoutCell>> Bottom { get; init; }

    /// <summary>Both names.</summary>
    [JsonIgnore]
    public Text Name => new(NameZh, NameEn);

    /// <summary>Scoring with the points this layout gives the money block.</summary>
    [JsonIgnore]
    public ScoringOptions Scoring => new() { ExecutionWeight = ExecutionWeight };

    /// <summary>Every cell outside the rows of indicators.</summary>
    internal IEnumerable<LayoutCell> Cells => Top.Concat(Bottom).SelectMany(row => row);

    /// <summary>The layout of a code.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static FormLayout Of(string code)
    {
        return All.TryGetValue(code, out var layout) ? layout : throw new ArgumentException($"no layout '{code}'", nameof(code));
    }

    static FormLayout Load(string code)
    {
        using var stream = typeof(FormLayout).Assembly.GetManifestResourceStream($"forms/layouts/{code}.json")!;
        return JsonSerializer.Deserialize<FormLayout>(stream, Strict)!;
    }

    /// <summary>Place of a second level in the order of the form, first level first; null where the layout has no place for it.</summary>
    internal (int Group, int Second)? PlaceOf(SecondLevel second)
    {
        string level = FormWords.Code(second);
        for (int g = 0; g < Groups.Length; g++)
        {
            for (int s = 0; s < Groups[g].Second.Length; s++)
            {
                if (Groups[g].Second[s].Level == level)
                {
                    return (g, s);
                }
            }
        }

        return null;
    }
}

/// <summary>A first level of a layout.</summary>
/// <param name="Label">As the form writes it.</param>
/// <param name="Weight">Usual points; 0 where the layout gives none.</param>
/// <param name="Second">Second levels in order.</param>
public sealed record LayoutGroup(string Label, decimal Weight, ImmutableArray<LayoutSecond> Second);

/// <summary>A second level of a layout.</summary>
/// <param name="Level">Code of a <see cref="SecondLevel"/>.</param>
/// <param name="Label">As the form writes it.</param>
public sealed record LayoutSecond(string Level, string Label);

/// <summary>A cell of a layout: words, or a field.</summary>
public sealed record LayoutCell
{
    /// <summary>Fixed words; null where the cell shows a field.</summary>
    public string? Text { get; init; }

    /// <summary>Field of the form; null where the cell shows words.</summary>
    public string? Field { get; init; }

    /// <summary>Columns it takes.</summary>
    public int Span { get; init; } = 1;

    /// <summary>Rows it takes; −1 for its own row of titles and all rows below it up to the last indicator.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Words of which one is ticked.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Most characters; null where there is no limit.</summary>
    public int? Limit { get; init; }
}
