using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>A document in the order and manner of GB/T 9704-2012, before it becomes .docx or HTML.</summary>
public sealed record OfficialDocument
{
    /// <summary>Language; it decides how headings are numbered and captions are called.</summary>
    public Language Language { get; init; }

    /// <summary>发文字号; null where the document has none yet.</summary>
    public DocumentNumber? Number { get; init; }

    /// <summary>标题.</summary>
    public required string Title { get; init; }

    /// <summary>主送机关 without the colon; empty where it goes to nobody in particular.</summary>
    public string Addressee { get; init; } = "";

    /// <summary>正文.</summary>
    public required ImmutableArray<OfficialBlock> Blocks { get; init; }

    /// <summary>附件 by name.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];

    /// <summary>发文机关署名; empty where it is not signed yet.</summary>
    public string Signatory { get; init; } = "";

    /// <summary>成文日期; null where it is not dated yet.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The date as the document writes it: 2024年4月1日, no leading zeros.</summary>
    internal string DateWords => Date is not { } day ? "" : Language == Language.Zh
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日")
        : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

/// <summary>发文字号, such as 伊算办〔2024〕5号: year in 〔〕, number without leading zeros.</summary>
/// <param name="Issuer">发文机关代字.</param>
/// <param name="Year">Year.</param>
/// <param name="Serial">发文顺序号, from 1.</param>
public sealed partial record DocumentNumber(string Issuer, int Year, int Serial)
{
    /// <summary>The number a text such as 伊算办〔2024〕5号 means; other brackets are understood. Null where it is none.</summary>
    public static DocumentNumber? Parse(string text) => Form().Match(text) is { Success: true } match
        ? new DocumentNumber(match.Groups["issuer"].Value, int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["serial"].Value, CultureInfo.InvariantCulture))
        : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Issuer}〔{Year}〕{Serial}号");

    [GeneratedRegex(@"^(?<issuer>\p{L}{1,20})[〔\[(（【](?<year>[12][0-9]{3})[〕\])）】]0*(?<serial>[1-9][0-9]{0,4})号$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}

/// <summary>A part of the text.</summary>
public abstract record OfficialBlock;

/// <summary>A heading; its number is worked out: 一、 （一） 1. （1）.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Text">Without number.</param>
public sealed record OfficialHeading(int Level, string Text) : OfficialBlock;

/// <summary>A paragraph, indented by two characters.</summary>
/// <param name="Text">The words.</param>
public sealed record OfficialParagraph(string Text) : OfficialBlock;

/// <summary>A table with a caption above; captions are numbered through the document.</summary>
/// <param name="Caption">Without 表1.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Rows">Cells by row.</param>
public sealed record OfficialTable(string Caption, ImmutableArray<OfficialColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows) : OfficialBlock;

/// <summary>A column of a table.</summary>
/// <param name="Title">Head.</param>
/// <param name="Share">Share of the width; shares are taken in proportion.</param>
/// <param name="IsNumber">Set to the right.</param>
public sealed record OfficialColumn(string Title, double Share, bool IsNumber = false);

/// <summary>Bars with a caption below, one for each thing, a share of its target long.</summary>
/// <param name="Caption">Without 图1.</param>
/// <param name="Measure">What the length is.</param>
/// <param name="Bars">From top to bottom.</param>
public sealed record OfficialBars(string Caption, string Measure, ImmutableArray<OfficialBar> Bars) : OfficialBlock
{
    /// <summary>Share at which a bar is cut, so that one far above its target does not press the others together.</summary>
    internal const decimal Most = 1.5m;
}

/// <summary>A bar.</summary>
/// <param name="Name">What it speaks of.</param>
/// <param name="Share">Its length, 1 for the whole target.</param>
/// <param name="Words">The share as people read it.</param>
public sealed record OfficialBar(string Name, decimal Share, string Words)
{
    /// <summary>Length that is drawn.</summary>
    internal decimal Shown => Math.Clamp(Share, 0, OfficialBars.Most);
}
