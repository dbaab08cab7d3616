using System.Collections.Immutable;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Pypsa;

/// <summary>Snapshots and investment periods.</summary>
/// <remarks>
/// Weights are <c>objective</c>, <c>generators</c> and <c>stores</c>; the old column <c>weightings</c> means all three; without any they are 1.
/// A network without snapshots.csv has one snapshot.
/// </remarks>
sealed class PypsaSnapshotReader(ImmutableSortedDictionary<string, PypsaSheet> sheets, Findings findings)
{
    const string File = "snapshots.csv", PeriodsFile = "investment_periods.csv";

    internal PypsaSnapshots Read()
    {
        var periods = Periods();
        if (!sheets.TryGetValue(File, out var sheet))
            return new PypsaSnapshots(["now"], [-1], [1], [1], [1], []);
        if (sheet.Rows.IsEmpty)
            findings.Add(ProblemCode.NoRows, new Source(File).Whole, null);
        var (period, step) = (sheet.Header.IndexOf("period"), Math.Max(sheet.Header.IndexOf("timestep"), sheet.Header.IndexOf("snapshot")));
        double[] Weight(string name) => Column(sheet, sheet.Header.Contains(name) ? name : "weightings");
        return new PypsaSnapshots(
            [.. sheet.Rows.Select(row => Text(row, Math.Max(0, step)))],
            [.. sheet.Rows.Select(row => period < 0 ? -1 : PeriodOf(row, period, periods))],
            Weight("objective"),
            Weight("generators"),
            Weight("stores"),
            period < 0 ? [] : periods);
    }

    int PeriodOf(RawRow row, int column, ImmutableArray<(int Period, double Cost, double Years)> periods)
    {
        string text = Text(row, column);
        for (int k = 0; k < periods.Length; k++)
        {
            if (PypsaAttribute.Number(text) == periods[k].Period)
                return k;
        }

        findings.Add(ProblemCode.PypsaReference, new Source(File).At(row.Line, "period"), text, ("table", PeriodsFile));
        return 0;
    }

    ImmutableArray<(int Period, double Cost, double Years)> Periods()
    {
        if (!sheets.TryGetValue(PeriodsFile, out var sheet))
            return [];
        var (cost, years) = (Column(sheet, "objective"), Column(sheet, "years"));
        return [.. sheet.Rows.Select((row, k) => ((int)(PypsaAttribute.Number(Text(row, 0)) ?? 0), cost[k], years[k]))];
    }

    double[] Column(PypsaSheet sheet, string name)
    {
        int at = sheet.Header.IndexOf(name);
        return [.. sheet.Rows.Select(row => at < 0 ? 1 : Number(row, at, new Source(sheet.Name).At(row.Line, name)))];
    }

    double Number(RawRow row, int at, Spot spot)
    {
        string text = Text(row, at);
        double? value = text.Length == 0 ? 1 : PypsaAttribute.Number(text);
        if (value is { } number && double.IsFinite(number) && number >= 0)
            return number;
        findings.Add(ProblemCode.PypsaCell, spot, text, ("wanted", Texts.Phrases.Of("pypsa.number")));
        return 1;
    }

    static string Text(RawRow row, int at) => at < row.Cells.Length ? row.Cells[at] : "";
}
