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

    readonly CountyGrid _before;
    readonly Dictionary<int, GridMeasureReason> _reason = [];

    internal GridWorks(EquippedGrid grid) => (_before, Now) = (grid.Source, grid);

    /// <summary>The grid as it is now.</summary>
    internal EquippedGrid Now { get; private set; }

    /// <summary>Gives a branch the cheapest equipment that carries a power; false where the catalogue has none.</summary>
    /// <param name="branch">Branch.</param>
    /// <param name="mva">Power, MVA.</param>
    /// <param name="reason">What calls for it.</param>
    internal bool Strengthen(int branch, double mva, GridMeasureReason reason)
    {
        var isLine = branch < Now.Source.Lines.Length;
        var best = (isLine ? OfLine(Now.Source.Lines[branch], mva) : OfTransformer(Now.Source.Transformers[branch - Now.Source.Lines.Length], mva))
            .Where(o => o.Count <= MostParallel).OrderBy(o => o.CostYuan).FirstOrDefault();
        if (best.Type is null)
        {
            return false;
        }

        Change(branch, isLine
            ? Now.Source with { Lines = Now.Source.Lines.SetItem(branch, Now.Source.Lines[branch] with { Type = best.Type, Circuits = best.Count }) }
            : WithTransformer(branch, t => t with { Type = best.Type, Units = best.Count, Tap = SameTap(t, best.Type) }), reason);
        return true;
    }

    /// <summary>Moves the tap of a transformer by some steps as far as it goes; false where it is at its end.</summary>
    internal bool Tap(int branch, int steps, GridMeasureReason reason)
    {
        var row = Now.Source.Transformers[branch - Now.Source.Lines.Length];
        var most = Now.TypeOf(row).TapSteps;
        var tap = Math.Clamp(row.Tap + steps, -most, most);
        if (tap == row.Tap)
        {
            return false;
        }

        Change(branch, WithTransformer(branch, t => t with { Tap = tap }), reason);
        return true;
    }

    /// <summary>The difference to how it began, as measures with cost.</summary>
    internal ImmutableArray<GridMeasure> Measures() =>
    [
        .. Enumerable.Range(0, _before.Lines.Length).Where(_reason.ContainsKey).Select(k =>
        {
            var (old, now) = (_before.Lines[k], Now.Source.Lines[k]);
            var type = Now.TypeOf(now);
            var change = new EquipmentChange(old.Type, now.Type, old.Circuits, now.Circuits, 0, 0);
            return Measure(true, now.Name, _reason[k], change, type.CostYuanPerKm * now.LengthKm, (type.CostStatus, Source(type.CostSourceZh, type.CostSource)));
        }),
        .. Enumerable.Range(0, _before.Transformers.Length).Where(k => _reason.ContainsKey(_before.Lines.Length + k)).Select(k =>
        {
            var (old, now) = (_before.Transformers[k], Now.Source.Transformers[k]);
            var type = Now.TypeOf(now);
            var change = new EquipmentChange(old.Type, now.Type, old.Units, now.Units, old.Tap, now.Tap);
            return Measure(false, now.Name, _reason[_before.Lines.Length + k], change, type.CostYuan, (type.CostStatus, Source(type.CostSourceZh, type.CostSource)));
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

    /// <summary>More circuits of the same type, or as many of a larger one.</summary>
    IEnumerable<(string Type, int Count, double CostYuan)> OfLine(GridLine line, double mva)
    {
        var own = Now.TypeOf(line);
        double Rating(LineType type) => type.Circuit(own.VoltageKv, Now.Source.Settings.BaseMva, line.LengthKm, 1).RatingMva;
        foreach (var type in Now.Source.LineTypes.Where(t => t.VoltageKv == own.VoltageKv && t.Kind == own.Kind && t.CostYuanPerKm is not null))
        {
            var count = Math.Max((int)Math.Ceiling((mva / Rating(type)) - 1e-6), line.Circuits);
            if (type.Name == own.Name ? count > line.Circuits : type.AmpacityA > own.AmpacityA)
            {
                yield return (type.Name, count, type.CostYuanPerKm!.Value * line.LengthKm * (type.Name == own.Name ? count - line.Circuits : count));
            }
        }
    }

    /// <summary>More units of the same type, or as many of a larger one.</summary>
    IEnumerable<(string Type, int Count, double CostYuan)> OfTransformer(GridTransformer transformer, double mva)
    {
        var own = Now.TypeOf(transformer);
        static bool Near(double a, double b) => Math.Abs((a / b) - 1) <= SameVoltage;
        foreach (var type in Now.Source.TransformerTypes.Where(t => Near(t.HighKv, own.HighKv) && Near(t.LowKv, own.LowKv) && t.ShiftDeg == own.ShiftDeg && t.CostYuan is not null && (t.OnLoad || !own.OnLoad)))
        {
            var count = Math.Max((int)Math.Ceiling((mva / type.RatedMva) - 1e-6), transformer.Units);
            if (type.Name == own.Name ? count > transformer.Units : type.RatedMva > own.RatedMva)
            {
                yield return (type.Name, count, type.CostYuan!.Value * (type.Name == own.Name ? count - transformer.Units : count));
            }
        }
    }

    /// <summary>The tap of another type that comes nearest to the ratio there is.</summary>
    int SameTap(GridTransformer transformer, string typeName)
    {
        var (own, other) = (Now.TypeOf(transformer), Now.Source.TransformerTypes.First(t => t.Name == typeName));
        var ratio = own.HighKv * (1 + (transformer.Tap * own.TapStepPu)) / own.LowKv;
        return other.TapStepPu == 0 ? 0 : (int)Math.Clamp(Math.Round(((ratio * other.LowKv / other.HighKv) - 1) / other.TapStepPu), -other.TapSteps, other.TapSteps);
    }

    CountyGrid WithTransformer(int branch, Func<GridTransformer, GridTransformer> change)
    {
        var at = branch - Now.Source.Lines.Length;
        return Now.Source with { Transformers = Now.Source.Transformers.SetItem(at, change(Now.Source.Transformers[at])) };
    }

    void Change(int branch, CountyGrid changed, GridMeasureReason reason)
    {
        _reason.TryAdd(branch, reason);
        Now = new EquippedGrid(changed);
    }

    static Text Source(string? zh, string? en) => new(zh ?? en ?? "", en ?? "");
}
