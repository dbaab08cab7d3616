using System.Globalization;
using Suandian.Distribution.Equipment;
using Suandian.Distribution.Grids;
using Suandian.Distribution.PlanCheck;
using Suandian.Distribution.Year;
using Suandian.Network;
using Suandian.Reports.Feeders;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

public sealed partial record GridFigures
{
    /// <summary>The figures; null where the case names no grid.</summary>
    internal static GridFigures? From(StudyView view)
    {
        if (view.Study is not { GridCheck: { } answer, Case.Grid: { } grid })
        {
            return null;
        }

        var (check, titles, limits) = (answer.Check, new GridTitles(grid), FeederLimits.Of(new EquippedGrid(grid).Grid));
        return new GridFigures
        {
            Name = grid.Settings.Name,
            MoneyYear = grid.Settings.MoneyYear,
            Snapshots = check.Snapshots,
            Unsolved = check.Unsolved.Length,
            Voltages = [.. grid.Buses.Select((bus, b) => Voltage(bus, (limits.LowPu[b], limits.HighPu[b]), check.Buses[b], answer.Repair?.After.Buses[b])).OrderByDescending(v => v.Kv)],
            Loadings = [.. FindLoadings(titles, check, limits.RatingMva).OrderByDescending(l => double.IsNaN(l.PeakPu) ? -1 : l.PeakPu)],
            Misfits = [.. FindMisfits(titles, (check, limits), view.Study.Network.Snapshots.HourOfYear)],
            Repair = answer.Repair is { } repair ? Repaired(titles, repair) : null,
            Pages = PlanGridFiles.Pages(view.Study),
            Unplaced = [.. answer.Unplaced.Select(row => NotPlaced(view, row))],
            TodayRows = [.. answer.TodayRows.Select(titles.OfPower)],
            LoadMwh = answer.LoadMwh,
            UnsuppliedMwh = answer.UnsuppliedMwh,
            TakenMwh = answer.TakenMwh,
            LossMwh = check.Unsolved.Length > 0 ? double.NaN : check.LossMwh,
            ShuntMwh = check.Unsolved.Length > 0 ? double.NaN : check.ShuntMwh,
            PlanNeedMwh = answer.NeedMwh,
            NeedMwh = check.Unsolved.Length > 0 ? double.NaN : check.SlackMwh,
        };
    }

    static GridVoltage Voltage(GridBus bus, (double Min, double Max) limits, BusCheck check, BusCheck? after)
    {
        return new GridVoltage(bus.Name, CaseNames.Title(bus.Name, bus.NameZh, bus.NameEn), bus.VoltageKv, check.LowestPu, check.HighestPu, limits.Min, limits.Max,
            HourSum.Told(check.LowH + check.HighH), check.IsOutside, after is null ? null : new Pair(after.LowestPu, after.HighestPu));
    }

    static IEnumerable<GridLoading> FindLoadings(GridTitles titles, HoursCheckSolution check, double[] ratingMva)
    {
        var grid = titles.Grid;
        for (var k = 0; k < check.Branches.Length; k++)
        {
            var (isLine, branch) = (k < grid.Lines.Length, check.Branches[k]);
            yield return new GridLoading(isLine ? "grid_lines" : "grid_transformers", titles.Name(k), titles.Title(k), titles.Equipment(k),
                branch.PeakPu > 0 ? ratingMva[k] : double.NaN, branch.PeakPu, HourSum.Told(branch.OverH), branch.LossMwh,
                isLine ? double.NaN : HourSum.Told(branch.ReverseH), isLine ? double.NaN : branch.ReverseMw);
        }
    }

    static IEnumerable<GridMisfit> FindMisfits(GridTitles titles, (HoursCheckSolution Check, FeederLimits Limits) of, int[] hourOfYear)
    {
        var (grid, check, limits) = (titles.Grid, of.Check, of.Limits);
        if (check.Unsolved.Length > 0)
        {
            yield return new GridMisfit(GridMisfitKind.NoSolution, "", grid.Settings.Name, double.NaN, double.NaN, double.NaN, hourOfYear[check.Unsolved[0]], hourOfYear[check.Unsolved[0]]);
        }

        foreach (var bus in check.Dark.Select(b => grid.Buses[b]))
        {
            yield return new GridMisfit(GridMisfitKind.NoSupply, bus.Name, CaseNames.Title(bus.Name, bus.NameZh, bus.NameEn), double.NaN, double.NaN, double.NaN, hourOfYear[0], hourOfYear[0]);
        }

        foreach (var k in Enumerable.Range(0, check.Branches.Length).Where(k => check.Branches[k].IsOver).OrderByDescending(k => check.Branches[k].PeakPu))
        {
            var b = check.Branches[k];
            yield return new GridMisfit(GridMisfitKind.Overload, titles.Name(k), titles.Title(k), b.PeakPu, 1, HourSum.Told(b.OverH), hourOfYear[b.PeakAt], hourOfYear[b.FirstOver]);
        }

        for (var b = 0; b < check.Buses.Length; b++)
        {
            var (bus, v) = (grid.Buses[b], check.Buses[b]);
            var (min, max, title) = (limits.LowPu[b], limits.HighPu[b], CaseNames.Title(bus.Name, bus.NameZh, bus.NameEn));
            if (v.LowH > 0)
            {
                yield return new GridMisfit(GridMisfitKind.LowVoltage, bus.Name, title, v.LowestPu, min, HourSum.Told(v.LowH), hourOfYear[v.LowestAt], hourOfYear[v.FirstOutside]);
            }

            if (v.HighH > 0)
            {
                yield return new GridMisfit(GridMisfitKind.HighVoltage, bus.Name, title, v.HighestPu, max, HourSum.Told(v.HighH), hourOfYear[v.HighestAt], hourOfYear[v.FirstOutside]);
            }

            if (v.IsSumBroken)
            {
                yield return new GridMisfit(GridMisfitKind.VoltageSpread, bus.Name, title, v.SumPu, limits.SpreadPu[b], double.NaN, hourOfYear[v.HighestAt], hourOfYear[Math.Max(v.LowestAt, v.HighestAt)]);
            }
        }
    }

    static GridRepairFigures Repaired(GridTitles titles, GridRepairSolution repair)
    {
        var rows = repair.Measures.Select(m => Row(titles, m));
        return new GridRepairFigures([.. rows.OrderByDescending(r => r.CostYuan)], repair.CostYuan, repair.After.Fits,
            repair.After.Unsolved.Length > 0 ? 1 : repair.After.Buses.Count(b => b.IsOutside) + repair.After.Branches.Count(b => b.IsOver), repair.After.LossMwh, repair.After.ShuntMwh, repair.Rounds,
            new GridRepairSearch(repair.Sets, repair.Candidates, repair.AtLeastYuan, repair.IsCheapest))
        { Dark = repair.After.Dark.Length };
    }

    static GridMeasureRow Row(GridTitles titles, GridMeasure m)
    {
        var c = m.Change;
        Text Equipment(string type, int count) => titles.Equipment(m.IsLine, type, count);
        var (standing, after) = (Equipment(c.TypeBefore, c.CountBefore), Equipment(c.TypeAfter, c.CountAfter));
        var built = m.Kind == GridMeasureKind.Beside ? Phrases.Of("grid_check.beside", ("standing", standing), ("added", after)) : after;
        return new GridMeasureRow(m.Kind, m.IsLine ? "grid_lines" : "grid_transformers", m.Name, titles.Title(m.IsLine, m.Name), m.Reason,
            Tapped(m, standing, c.TapBefore, "grid_check.tapped"), Tapped(m, built, c.TapAfter, m.Kind == GridMeasureKind.Beside ? "grid_check.all_tapped" : "grid_check.tapped"),
            m.IsLine ? null : c.TapBefore, m.IsLine ? null : c.TapAfter, m.CostYuan, m.CostStatus, m.CostSource);
    }

    /// <summary>Equipment with its tap, without which the voltages told do not come about; the tap alone where nothing is built.</summary>
    static Text Tapped(GridMeasure m, Text equipment, int tap, string key)
    {
        var told = tap.ToString("+0;−0;0", CultureInfo.InvariantCulture);
        return m.Kind == GridMeasureKind.Tap ? Phrases.Of("grid_check.tap", ("tap", told))
            : (m.Change.TapBefore, m.Change.TapAfter) == (0, 0) ? equipment
            : Phrases.Of(key, ("equipment", equipment), ("tap", told));
    }

    static GridUnplaced NotPlaced(StudyView view, UnplacedRow row)
    {
        var bus = view.Names.Buses[row.Bus];
        return new GridUnplaced(row.Table, row.Name, row.Table == "shed" ? CaseNames.Title(bus) : view.Names.TitleOf(row.Table, row.Name),
            CaseNames.Title(bus), bus.Role != BusRole.Site, row.SharePu, row.EnergyMwh, row.PeakMw);
    }
}

/// <summary>What lines, transformers and their types are called.</summary>
sealed class GridTitles(CountyGrid grid)
{
    readonly Dictionary<string, GridLine> _lines = grid.Lines.ToDictionary(l => l.Name);
    readonly Dictionary<string, GridTransformer> _transformers = grid.Transformers.ToDictionary(t => t.Name);
    readonly Dictionary<string, LineType> _lineTypes = grid.LineTypes.ToDictionary(t => t.Name);
    readonly Dictionary<string, TransformerType> _transformerTypes = grid.TransformerTypes.ToDictionary(t => t.Name);

    internal CountyGrid Grid => grid;

    internal string Name(int branch) => branch < grid.Lines.Length ? grid.Lines[branch].Name : grid.Transformers[branch - grid.Lines.Length].Name;

    internal Text Title(int branch) => Title(branch < grid.Lines.Length, Name(branch));

    internal Text Title(bool isLine, string name) => isLine
        ? CaseNames.Title(name, _lines[name].NameZh, _lines[name].NameEn)
        : CaseNames.Title(name, _transformers[name].NameZh, _transformers[name].NameEn);

    internal Text Equipment(int branch) => branch < grid.Lines.Length
        ? Equipment(true, grid.Lines[branch].Type, grid.Lines[branch].Circuits)
        : Equipment(false, grid.Transformers[branch - grid.Lines.Length].Type, grid.Transformers[branch - grid.Lines.Length].Units);

    /// <summary>Title of a load or generator.</summary>
    internal Text OfPower(string name) => grid.Loads.FirstOrDefault(l => l.Name == name) is { } load
        ? CaseNames.Title(name, load.NameZh, load.NameEn)
        : grid.Generators.First(g => g.Name == name) is var generator ? CaseNames.Title(name, generator.NameZh, generator.NameEn) : default;

    /// <summary>Number and type, such as 2 × LGJ-240.</summary>
    internal Text Equipment(bool isLine, string type, int count)
    {
        var title = isLine
            ? CaseNames.Title(type, _lineTypes[type].NameZh, _lineTypes[type].NameEn)
            : CaseNames.Title(type, _transformerTypes[type].NameZh, _transformerTypes[type].NameEn);
        return count == 1 ? title : Phrases.Of(isLine ? "grid_check.circuits" : "grid_check.units", ("count", count), ("type", title));
    }
}
