using System.Numerics;
using Suandian.Distribution.Equipment;
using Suandian.Distribution.Grids;

namespace Suandian.Distribution.PlanCheck;

/// <summary>What each line and transformer of a grid may get: more of its own type, as many of a larger type in its place, or another type beside it.</summary>
/// <remarks>
/// Types have the same voltages; lines also the same kind. Transformers keep shift and change under load; one is set beside another only if ratio and
/// step of the tap are the same, so that no current circulates, and it has no fewer steps. Places are rows as they stand: lines, then transformers.
/// </remarks>
sealed class WorksCatalogue(EquippedGrid grid)
{
    /// <summary>Rated voltages of transformers that may stand for one another.</summary>
    const double SameVoltage = 0.06;

    /// <summary>Ratios that count as the same.</summary>
    const double SameRatio = 1e-9;

    const int MostParallel = 20;

    readonly Dictionary<int, WorksOption[]> _options = [];

    internal EquippedGrid Grid => grid;

    internal int Lines => grid.Source.Lines.Length;

    /// <summary>A place as it stands.</summary>
    internal WorksOption Standing(int place)
    {
        if (place < Lines)
        {
            var line = grid.Source.Lines[place];
            return new WorksOption(Units(line, grid.TypeOf(line), line.Circuits), null, 0);
        }

        var transformer = grid.Source.Transformers[place - Lines];
        return new WorksOption(Units(transformer, grid.TypeOf(transformer), transformer.Units), null, 0);
    }

    /// <summary>All that a place may get, the cheapest first, of equal costs what carries more first.</summary>
    internal WorksOption[] Options(int place)
    {
        if (!_options.TryGetValue(place, out var options))
        {
            var standing = Standing(place);
            _options[place] = options =
            [
                .. Types(place).SelectMany(type => Options(standing.Row, type))
                    .OrderBy(o => o.CostYuan).ThenByDescending(o => o.CapacityMva).ThenBy(o => o.Count),
            ];
        }

        return options;
    }

    /// <summary>The same without what a choice of no higher cost, or what stands, matches in capacity, resistance and reactance.</summary>
    internal IEnumerable<WorksOption> Worthwhile(int place)
    {
        var kept = new List<WorksOption> { Standing(place) };
        foreach (var option in Options(place).Where(o => !kept.Exists(o.IsMatchedBy)))
        {
            kept.Add(option);
        }

        return kept.Skip(1);
    }

    static IEnumerable<WorksOption> Options(WorksUnits standing, WorksType type)
    {
        var n = standing.Count;
        if (type.One.Type == standing.Type)
        {
            return Counts(1, MostParallel - n).Select(more => new WorksOption(type.One with { Count = n + more }, null, more * type.EachYuan));
        }

        var inPlace = type.IsLarger ? Counts(n, MostParallel).Select(all => new WorksOption(type.One with { Count = all }, null, all * type.EachYuan)) : [];
        var beside = type.MayStandBeside ? Counts(1, MostParallel - n).Select(more => new WorksOption(standing, type.One with { Count = more }, more * type.EachYuan)) : [];
        return inPlace.Concat(beside);
    }

    static IEnumerable<int> Counts(int least, int most) => Enumerable.Range(least, Math.Max(0, most - least + 1));

    IEnumerable<WorksType> Types(int place) => place < Lines ? OfLine(grid.Source.Lines[place]) : OfTransformer(grid.Source.Transformers[place - Lines]);

    IEnumerable<WorksType> OfLine(GridLine line)
    {
        var own = grid.TypeOf(line);
        return grid.Source.LineTypes.Where(t => t.VoltageKv == own.VoltageKv && t.Kind == own.Kind && t.CostYuanPerKm is not null)
            .Select(t => new WorksType(Units(line, t, 1), t.CostYuanPerKm!.Value * line.LengthKm, t.AmpacityA > own.AmpacityA, true));
    }

    IEnumerable<WorksType> OfTransformer(GridTransformer transformer)
    {
        var own = grid.TypeOf(transformer);
        static bool Near(double a, double b, double within) => Math.Abs((a / b) - 1) <= within;
        bool HasSameTaps(TransformerType t) => Near(t.HighKv / t.LowKv, own.HighKv / own.LowKv, SameRatio) && t.TapStepPu == own.TapStepPu && t.TapSteps >= own.TapSteps;
        return grid.Source.TransformerTypes
            .Where(t => Near(t.HighKv, own.HighKv, SameVoltage) && Near(t.LowKv, own.LowKv, SameVoltage) && t.ShiftDeg == own.ShiftDeg && t.CostYuan is not null && (t.OnLoad || !own.OnLoad))
            .Select(t => new WorksType(Units(transformer, t, 1), t.CostYuan!.Value, t.RatedMva > own.RatedMva, HasSameTaps(t)));
    }

    WorksUnits Units(GridLine line, LineType type, int count) => Units(type.Name, type.Circuit(grid.Kv(line.Bus0), grid.Source.Settings.BaseMva, line.LengthKm, 1), count);

    WorksUnits Units(GridTransformer transformer, TransformerType type, int count) =>
        Units(type.Name, type.Circuit((grid.Kv(transformer.BusHigh), grid.Kv(transformer.BusLow)), grid.Source.Settings.BaseMva, 0, 1), count);

    static WorksUnits Units(string type, BranchCircuit one, int count) => new(type, count, one.RatingMva, new Complex(one.ResistancePu, one.ReactancePu), one.ChargingPu);

    /// <summary>A type that a place may get.</summary>
    /// <param name="One">One of it.</param>
    /// <param name="EachYuan">Cost of each, yuan.</param>
    /// <param name="IsLarger">True where it may take the place of what stands.</param>
    /// <param name="MayStandBeside">True where it may be set beside what stands.</param>
    sealed record WorksType(WorksUnits One, double EachYuan, bool IsLarger, bool MayStandBeside);
}
