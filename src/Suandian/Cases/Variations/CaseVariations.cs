using System.Collections.Immutable;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Variations;

/// <summary>A case that was read once, and the ways in which it is varied.</summary>
/// <remarks>
/// A variant is the text of the case with some cells replaced, put together and checked again as a whole; weather and series are not read again.
/// Variants are numbered from 1; the last variation runs fastest.
/// </remarks>
public sealed class CaseVariations
{
    /// <summary>Most variants of one sweep.</summary>
    public const int MostVariants = 100_000;

    readonly RawCase _raw;
    readonly ImmutableArray<ImmutableArray<int>> _choices;

    CaseVariations(RawCase raw, ImmutableArray<Variation> variations, ImmutableArray<ImmutableArray<int>> choices) =>
        (_raw, Variations, _choices) = (raw, variations, choices);

    /// <summary>What is varied, in the order given.</summary>
    public ImmutableArray<Variation> Variations { get; }

    /// <summary>Number of variants.</summary>
    public int Count => _choices.Length;

    /// <summary>Understands variations of a case.</summary>
    /// <param name="reading">Case without errors, as <see cref="CaseFolder.Read"/> or <see cref="Workbook.Read"/> gave it.</param>
    /// <param name="sets">Each <c>name=values</c>; at least one.</param>
    /// <param name="zip">True where the values go side by side (equal numbers of them); false for all combinations.</param>
    /// <returns>The variations, or every problem with them. Wrong user data never throws.</returns>
    /// <exception cref="ArgumentException">The reading holds no case.</exception>
    public static (CaseVariations? Variations, ImmutableArray<Problem> Problems) Read(CaseReading reading, IReadOnlyList<string> sets, bool zip)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(sets);
        if (reading.Raw is not { } raw || reading.Case is null)
            throw new ArgumentException("the reading holds no case", nameof(reading));
        var findings = new Findings();
        var reader = new VariationReader(raw, findings);
        ImmutableArray<Variation> variations = [.. sets.Select(reader.Read).OfType<Variation>()];
        reader.CheckOverlap(variations);
        if (!findings.HasErrors)
            CheckCount(variations, zip, findings);
        return findings.HasErrors
            ? (null, findings.Sorted())
            : (new CaseVariations(raw, variations, zip ? Pairs(variations) : Product(variations)), []);
    }

    /// <summary>Variants that differ from the first in one variation at most: every value once.</summary>
    public IEnumerable<int> OneByOne() =>
        Enumerable.Range(1, Count).Where(number => _choices[number - 1].Count(choice => choice > 0) <= 1);

    /// <summary>Values of a variant, one per variation.</summary>
    /// <param name="number">Number of the variant, from 1.</param>
    public ImmutableArray<VariedValue> Values(int number) =>
        [.. Variations.Select((v, i) => v.Values[_choices[number - 1][i]])];

    /// <summary>The case of a variant, or what is wrong with it.</summary>
    /// <param name="number">Number of the variant, from 1.</param>
    public CaseReading Case(int number)
    {
        var findings = new Findings();
        var readAs = new List<CellReadAs>();
        var changed = _raw;
        foreach (var (variation, value) in Variations.Zip(Values(number)))
        {
            foreach (var cell in variation.Cells)
                changed = With(changed, cell, TextOf(variation, value, cell));
        }

        var settings = new SettingsReader(findings, readAs).Read(changed.Settings);
        return CaseAssembly.Assemble(changed with { Understood = settings }, findings, readAs);
    }

    static string TextOf(Variation variation, VariedValue value, VariedCell cell) => variation.Rule switch
    {
        VariationRule.Words => value.Text,
        VariationRule.Set => Cell.Plain(ValueList.Rounded(value.Number * variation.Scale, 15)),
        _ => Cell.Plain(ValueList.Rounded(cell.Present * value.Number / variation.Scale, 15)),
    };

    static RawCase With(RawCase raw, VariedCell cell, string text)
    {
        if (cell.Line == 0)
        {
            var settings = raw.Settings.Settings;
            int at = settings.ToList().FindIndex(s => s.Key == cell.Column);
            var setting = new RawSetting(cell.Column, text, at < 0 ? 0 : settings[at].Line);
            return raw with { Settings = raw.Settings with { Settings = at < 0 ? settings.Add(setting) : settings.SetItem(at, setting) } };
        }

        var table = raw.Tables[cell.Table];
        int column = table.Header.IndexOf(cell.Column);
        var header = column < 0 ? table.Header.Add(cell.Column) : table.Header;
        int place = column < 0 ? header.Length - 1 : column;
        return raw with { Tables = raw.Tables.SetItem(cell.Table, table with { Header = header, Rows = [.. table.Rows.Select(Row)] }) };

        RawRow Row(RawRow row)
        {
            if (row.Line != cell.Line && row.Cells.Length == header.Length)
                return row;
            string[] cells = [.. row.Cells, .. Enumerable.Repeat("", Math.Max(0, header.Length - row.Cells.Length))];
            if (row.Line == cell.Line)
                cells[place] = text;
            return row with { Cells = cells };
        }
    }

    static ImmutableArray<ImmutableArray<int>> Product(ImmutableArray<Variation> variations)
    {
        IEnumerable<ImmutableArray<int>> all = [[]];
        foreach (var variation in variations)
            all = [.. all.SelectMany(_ => Enumerable.Range(0, variation.Values.Length), (before, value) => before.Add(value))];
        return [.. all];
    }

    static ImmutableArray<ImmutableArray<int>> Pairs(ImmutableArray<Variation> variations) =>
        [.. Enumerable.Range(0, variations[0].Values.Length).Select(i => variations.Select(_ => i).ToImmutableArray())];

    static void CheckCount(ImmutableArray<Variation> variations, bool zip, Findings findings)
    {
        var whole = new Source(VariationReader.Place).Whole;
        double count = variations.Aggregate(1.0, (product, v) => product * v.Values.Length);
        if (!zip && count > MostVariants)
            findings.Add(ProblemCode.SweepTooMany, whole, Cell.Plain(count), ("most", MostVariants));
        if (zip && variations.Select(v => v.Values.Length).Distinct().Count() > 1)
        {
            findings.Add(ProblemCode.SweepZip, whole, string.Join(", ", variations.Select(v => $"{v.Name}: {v.Values.Length}")));
        }
    }
}
