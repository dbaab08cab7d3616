using System.Collections.Immutable;
using Suandian.Distribution.Equipment;
using Suandian.Distribution.Grids;
using Suandian.Network;

namespace Suandian.Distribution.PlanCheck;

/// <summary>A grid whose lines and transformers are strengthened one after another; what was done is the difference to how it began.</summary>
sealed class GridWorks
{
    /// <summary>Rated voltages of transformers that may stand for one another.</summary>
    const double SameVoltage = 0.06;

    const int MostParallel = 20;

    readonly EquippedGrid _before;
    readonly Dictionary<int, GridMeasureReason> _reason = [];
    EquippedGrid? _now;

    internal GridWorks(EquippedGrid grid) => (_before, _now, Source) = (grid, grid, grid.Source);

    /// <summary>The tables as they are now.</summary>
    internal CountyGrid Source { get; private set; }

    /// <summary>The grid as it is now.</summary>
    internal EquippedGrid Now => _now ??= _before.With(Source.Lines, Source.Transformers);

    int Lines => Source.Lines.Length;

    /// <summary>Gives a branch the cheapest equipment that carries a power; false where the catalogue has none.</summary>
    /// <param name="branch">Branch.</param>
    /// <param name="mva">Power, MVA.</param>
    /// <param name="reason">What calls for it.</param>
    internal bool Strengthen(int branch, double mva, GridMeasureReason reason)
    {
        var best = Types(branch).Select(t => t.Option(Math.Max((int)Math.Ceiling((mva / t.RatingMva) - 1e-6), t.Standing)))
            .OfType<WorksOption>().Where(o => o.Count <= MostParallel).MinBy(o => o.CostYuan);
        if (best is not null)
        {
            Build(branch, best, reason);
        }

        return best is not null;
    }

    /// <summary>Gives a branch other equipment.</summary>
    internal void Build(int branch, WorksOption option, GridMeasureReason reason) => Change(branch, branch < Lines
        ? Source with { Lines = Source.Lines.SetItem(branch, Source.Lines[branch] with { Type = option.Type, Circuits = option.Count }) }
        : WithTransformer(branch, t => t with { Type = option.Type, Units = option.Count, Tap = SameTap(t, option.Type) }), reason);

    /// <summary>All that a branch may get, the cheapest first, without what costs no less and has neither a higher rating nor a lower impedance.</summary>
    internal IEnumerable<WorksOption> Options(int branch)
    {
        var (rating, ohm) = (0.0, double.PositiveInfinity);
        foreach (var (option, mva, z) in Types(branch).SelectMany(t => Enumerable.Range(t.Least, Math.Max(0, MostParallel + 1 - t.Least))
            .Select(n => (Option: t.Option(n)!, Mva: t.RatingMva * n, Ohm: t.ImpedancePu / n))).OrderBy(o => o.Option.CostYuan).ThenByDescending(o => o.Mva))
        {
            if (mva > rating || z < ohm)
            {
                (rating, ohm) = (Math.Max(rating, mva), Math.Min(ohm, z));
                yield return option;
            }
        }
    }

    /// <summary>Branch of a row.</summary>
    internal int BranchOf(bool isLine, string name) => isLine
        ? Enumerable.Range(0, Lines).First(k => Source.Lines[k].Name == name)
        : Lines + Enumerable.Range(0, Source.Transformers.Length).First(k => Source.Transformers[k].Name == name);

    /// <summary>Moves the tap of a transformer by some steps as far as it goes; false where it is at its end.</summary>
    internal bool Tap(int branch, int steps, GridMeasureReason reason)
    {
        var row = Source.Transformers[branch - Lines];
        var most = _before.TypeOf(row).TapSteps;
        var tap = Math.Clamp(row.Tap + steps, -most, most);
        if (tap == row.Tap)
        {
            return false;
        }

        Change(branch, WithTransformer(branch, t => t with { Tap = tap }), reason);
        return true;
    }

    /// <summary>The difference to how it began, as measures with cost.</summary>
    internal ImmutableArray<GridMeasure> Measures() => [.. All().Where(m => m.Change is var c && (c.TypeBefore, c.CountBefore, c.TapBefore) != (c.TypeAfter, c.CountAfter, c.TapAfter))];

    IEnumerable<GridMeasure> All() =>
    [
        .. Enumerable.Range(0, Lines).Where(_reason.ContainsKey).Select(k =>
        {
            var (old, now) = (_before.Source.Lines[k], Source.Lines[k]);
            var type = _before.TypeOf(now);
            var change = new EquipmentChange(old.Type, now.Type, old.Circuits, now.Circuits, 0, 0);
            return Measure(true, now.Name, _reason[k], change, type.CostYuanPerKm * now.LengthKm, (type.CostStatus, Cited(type.CostSourceZh, type.CostSource)));
        }),
        .. Enumerable.Range(0, Source.Transformers.Length).Where(k => _reason.ContainsKey(Lines + k)).Select(k =>
        {
            var (old, now) = (_before.Source.Transformers[k], Source.Transformers[k]);
            var type = _before.TypeOf(now);
            var change = new EquipmentChange(old.Type, now.Type, old.Units, now.Units, old.Tap, now.Tap);
            return Measure(false, now.Name, _reason[Lines + k], change, type.CostYuan, (type.CostStatus, Cited(type.CostSourceZh, type.CostSource)));
        }),
    ];

    static GridMeasure Measure(
        bool isLine, string name, GridMeasureReason reason, EquipmentChange change, double? eachYuan, (Status? Status, Text Source) cost)
    {
        var kind = change.TypeBefore != change.TypeAfter
            ? change.CountAfter > change.CountBefore ? GridMeasureKind.LargerAndMore : GridMeasureKind.Larger
            : change.CountAfter > change.CountBefore ? GridMeasureKind.Parallel : GridMeasureKind.Tap;
        var bought = kind == GridMeasureKind.Tap ? 0 : kind == GridMeasureKind.Parallel ? change.CountAfter - change.CountBefore : change.CountAfter;
        return new GridMeasure(kind, isLine, name, reason, change, bought * (eachYuan ?? 0), bought > 0 ? cost.Status : null, bought > 0 ? cost.Source : new Text("", ""));
    }

    /// <summary>Types that a branch may get: more of its own, or as many of a larger one.</summary>
    IEnumerable<WorksType> Types(int branch) => branch < Lines ? OfLine(Source.Lines[branch]) : OfTransformer(Source.Transformers[branch - Lines]);

    IEnumerable<WorksType> OfLine(GridLine line)
    {
        var own = _before.TypeOf(line);
        foreach (var type in Source.LineTypes.Where(t => t.VoltageKv == own.VoltageKv && t.Kind == own.Kind && t.CostYuanPerKm is not null && (t.Name == own.Name || t.AmpacityA > own.AmpacityA)))
        {
            var one = type.Circuit(own.VoltageKv, Source.Settings.BaseMva, line.LengthKm, 1);
            yield return WorksType.Of(type.Name, type.Name == own.Name, line.Circuits, type.CostYuanPerKm!.Value * line.LengthKm, one);
        }
    }

    IEnumerable<WorksType> OfTransformer(GridTransformer transformer)
    {
        var own = _before.TypeOf(transformer);
        static bool Near(double a, double b) => Math.Abs((a / b) - 1) <= SameVoltage;
        foreach (var type in Source.TransformerTypes.Where(t => Near(t.HighKv, own.HighKv) && Near(t.LowKv, own.LowKv) && t.ShiftDeg == own.ShiftDeg && t.CostYuan is not null
            && (t.OnLoad || !own.OnLoad) && (t.Name == own.Name || t.RatedMva > own.RatedMva)))
        {
            var one = type.Circuit((_before.Kv(transformer.BusHigh), _before.Kv(transformer.BusLow)), Source.Settings.BaseMva, 0, 1);
            yield return WorksType.Of(type.Name, type.Name == own.Name, transformer.Units, type.CostYuan!.Value, one);
        }
    }

    /// <summary>The tap of another type that comes nearest to the ratio there is.</summary>
    int SameTap(GridTransformer transformer, string typeName)
    {
        var (own, other) = (_before.TypeOf(transformer), Source.TransformerTypes.First(t => t.Name == typeName));
        var ratio = own.HighKv * (1 + (transformer.Tap * own.TapStepPu)) / own.LowKv;
        return other.TapStepPu == 0 ? 0 : (int)Math.Clamp(Math.Round(((ratio * other.LowKv / other.HighKv) - 1) / other.TapStepPu), -other.TapSteps, other.TapSteps);
    }

    CountyGrid WithTransformer(int branch, Func<GridTransformer, GridTransformer> change)
    {
        var at = branch - Lines;
        return Source with { Transformers = Source.Transformers.SetItem(at, change(Source.Transformers[at])) };
    }

    void Change(int branch, CountyGrid changed, GridMeasureReason reason)
    {
        _reason.TryAdd(branch, reason);
        (Source, _now) = (changed, null);
    }

    static Text Cited(string? zh, string? en) => new(zh ?? en ?? "", en ?? "");
}

/// <summary>A type that a branch may get.</summary>
/// <param name="Name">Type of the catalogue.</param>
/// <param name="Standing">Circuits or units that stand.</param>
/// <param name="Least">Fewest in all that change anything.</param>
/// <param name="Paid">Circuits or units that stand and stay.</param>
/// <param name="EachYuan">Cost of each, yuan.</param>
/// <param name="RatingMva">Rating of each, MVA.</param>
/// <param name="ImpedancePu">Series impedance of each, pu.</param>
sealed record WorksType(string Name, int Standing, int Least, int Paid, double EachYuan, double RatingMva, double ImpedancePu)
{
    internal static WorksType Of(string name, bool isOwn, int standing, double eachYuan, BranchCircuit one) =>
        new(name, standing, isOwn ? standing + 1 : standing, isOwn ? standing : 0, eachYuan, one.RatingMva, double.Hypot(one.ResistancePu, one.ReactancePu));

    /// <summary>So many of it; null where that is fewer than the least.</summary>
    internal WorksOption? Option(int count) => count < Least ? null : new WorksOption(Name, count, (count - Paid) * EachYuan);
}

/// <summary>Equipment that a branch may get.</summary>
/// <param name="Type">Type of the catalogue.</param>
/// <param name="Count">Circuits or units in all.</param>
/// <param name="CostYuan">Cost, yuan.</param>
sealed record WorksOption(string Type, int Count, double CostYuan);
