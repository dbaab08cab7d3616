using System.Collections.Immutable;
using Suandian.Distribution.Grids;

namespace Suandian.Distribution.PlanCheck;

/// <summary>A grid whose lines and transformers are strengthened one after another; what was done is the difference to how it began.</summary>
/// <remarks>Rows are those of the grid as it is now; what is set beside a line or transformer is a row of its own behind those that stand. Places are rows as it began.</remarks>
sealed class GridWorks
{
    readonly WorksCatalogue _catalogue;
    readonly SortedDictionary<int, WorksOption> _built = [];
    readonly Dictionary<int, int> _tap = [];
    readonly Dictionary<int, GridMeasureReason> _reason = [];
    EquippedGrid? _now;

    internal GridWorks(WorksCatalogue catalogue) => (_catalogue, _now) = (catalogue, catalogue.Grid);

    /// <summary>The grid as it is now.</summary>
    internal EquippedGrid Now => _now ??= Built();

    /// <summary>Place of each row of the grid as it is now.</summary>
    internal int[] Places
    {
        get
        {
            int[] beside = [.. _built.Where(b => b.Value.Beside is not null).Select(b => b.Key)];
            var transformers = Enumerable.Range(Lines, Before.Source.Transformers.Length);
            return [.. Enumerable.Range(0, Lines), .. beside.Where(place => place < Lines), .. transformers, .. beside.Where(place => place >= Lines)];
        }
    }

    EquippedGrid Before => _catalogue.Grid;

    int Lines => _catalogue.Lines;

    /// <summary>Equipment of a place as it is now.</summary>
    internal WorksOption EquipmentAt(int place) => _built.GetValueOrDefault(place) ?? _catalogue.Standing(place);

    /// <summary>Gives a place the cheapest equipment that carries more; false where the catalogue has none.</summary>
    /// <param name="place">Place.</param>
    /// <param name="times">Power that it has to carry, as a multiple of what it carries now, above 1.</param>
    /// <param name="reason">What calls for it.</param>
    internal bool Strengthen(int place, double times, GridMeasureReason reason)
    {
        var capacity = EquipmentAt(place).CapacityMva;
        var best = Array.Find(_catalogue.Options(place), o => o.CapacityMva >= Math.Max(times, 1 + 2e-6) * capacity * (1 - 1e-6));
        if (best is not null)
        {
            Build(place, best, reason);
        }

        return best is not null;
    }

    /// <summary>Gives a place other equipment.</summary>
    internal void Build(int place, WorksOption option, GridMeasureReason reason)
    {
        if (place >= Lines)
        {
            _tap[place] = SameTap(place, option.Row.Type);
        }

        _built[place] = option;
        Change(place, reason);
    }

    /// <summary>Moves the tap of a place by some steps as far as it goes; false where it is at its end.</summary>
    internal bool Tap(int place, int steps, GridMeasureReason reason)
    {
        var most = Before.TypeOf(Transformer(place) with { Type = TypeOf(place) }).TapSteps;
        var tap = Math.Clamp(TapOf(place) + steps, -most, most);
        if (tap == TapOf(place))
        {
            return false;
        }

        _tap[place] = tap;
        Change(place, reason);
        return true;
    }

    /// <summary>Place of a line or transformer by its name.</summary>
    internal int PlaceOf(bool isLine, string name) => isLine
        ? Enumerable.Range(0, Lines).First(k => Before.Source.Lines[k].Name == name)
        : Lines + Enumerable.Range(0, Before.Source.Transformers.Length).First(k => Before.Source.Transformers[k].Name == name);

    /// <summary>The difference to how it began, as measures with cost, in the order of the tables.</summary>
    internal ImmutableArray<GridMeasure> Measures() => [.. _reason.Keys.Order().Where(place => _built.ContainsKey(place) || TapOf(place) != TapBefore(place)).Select(Measure)];

    GridMeasure Measure(int place)
    {
        var (isLine, standing, built) = (place < Lines, _catalogue.Standing(place).Row, _built.GetValueOrDefault(place));
        var after = built?.Beside ?? built?.Row ?? standing;
        var kind = built is null ? GridMeasureKind.Tap
            : built.Beside is not null ? GridMeasureKind.Beside
            : after.Type == standing.Type ? GridMeasureKind.Parallel
            : after.Count > standing.Count ? GridMeasureKind.LargerAndMore : GridMeasureKind.Larger;
        var change = new EquipmentChange(standing.Type, after.Type, standing.Count, after.Count, TapBefore(place), TapOf(place));
        var (name, status, source) = isLine
            ? Before.Source.Lines[place] is var line && Before.TypeOf(line with { Type = after.Type }) is var type ? (line.Name, type.CostStatus, Cited(type.CostSourceZh, type.CostSource)) : default
            : Transformer(place) is var t && Before.TypeOf(t with { Type = after.Type }) is var of ? (t.Name, of.CostStatus, Cited(of.CostSourceZh, of.CostSource)) : default;
        return new GridMeasure(kind, isLine, name, _reason[place], change, built?.CostYuan ?? 0, built is null ? null : status, built is null ? new Text("", "") : source);
    }

    /// <summary>The tap of another type that comes nearest to the ratio there is.</summary>
    int SameTap(int place, string typeName)
    {
        var (own, other) = (Before.TypeOf(Transformer(place) with { Type = TypeOf(place) }), Before.TypeOf(Transformer(place) with { Type = typeName }));
        var ratio = own.HighKv * (1 + (TapOf(place) * own.TapStepPu)) / own.LowKv;
        return other.TapStepPu == 0 ? 0 : (int)Math.Clamp(Math.Round(((ratio * other.LowKv / other.HighKv) - 1) / other.TapStepPu), -other.TapSteps, other.TapSteps);
    }

    EquippedGrid Built()
    {
        var source = GridMeasure.On(Before.Source, Measures());
        return Before.With(source.Lines, source.Transformers);
    }

    GridTransformer Transformer(int place) => Before.Source.Transformers[place - Lines];

    string TypeOf(int place) => EquipmentAt(place).Row.Type;

    int TapBefore(int place) => place < Lines ? 0 : Transformer(place).Tap;

    int TapOf(int place) => _tap.TryGetValue(place, out var tap) ? tap : TapBefore(place);

    void Change(int place, GridMeasureReason reason)
    {
        _reason.TryAdd(place, reason);
        _now = null;
    }

    static Text Cited(string? zh, string? en) => new(zh ?? en ?? "", en ?? "");
}
