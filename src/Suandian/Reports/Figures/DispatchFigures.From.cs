using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

public sealed partial record DispatchFigures
{
    /// <summary>Power below this is what the solver's tolerance leaves, MW.</summary>
    const double Visible = 1e-6;

    internal static DispatchFigures From(StudyView view)
    {
        var plan = view.Plan;
        var supply = RunView.Stack.Select(k => Layer(plan, k, plan.Generation[k]))
            .Append(Layer(plan, Technology.Battery, plan.Discharge))
            .Append(Layer(plan, Technology.Import, plan.Import));
        var losses = Losses(plan);
        var weeks = Stretches(view);
        return new DispatchFigures
        {
            HourOfYear = view.Calendar.Snapshots.HourOfYear,
            WeightH = plan.Weight,
            Supply = [.. supply.Where(s => s.Mw.Any(mw => mw > Visible))],
            Below = [.. new[] { Layer(plan, Technology.Battery, plan.Charge), Layer(plan, Technology.Export, plan.Export) }.Where(s => s.Mw.Any(mw => mw > 0))],
            CurtailedMw = Clean(plan.Curtailed),
            ShedMw = Clean(plan.Shed),
            OtherLoadMw = plan.OtherLoad,
            FixedComputingMw = plan.Power.FixedLocal,
            FlexibleComputingMw = plan.Power.FlexibleLocal,
            LossesMw = losses,
            Weeks = weeks,
            MostImportWeek = Largest(weeks, w => w.ImportMwh),
            MostCurtailedWeek = Largest(weeks, w => w.CurtailedMwh),
            Totals = new(
                plan.Yearly(plan.OtherLoad) - plan.Yearly(plan.Shed),
                plan.Yearly(plan.Power.Local),
                plan.Yearly(plan.Curtailed),
                plan.Yearly(plan.Shed),
                plan.Yearly(losses) + plan.Yearly(plan.Charge) - plan.Yearly(plan.Discharge)),
        };
    }

    static PowerSeries Layer(RunView run, Technology technology, double[] mw) =>
        new(technology, Phrases.Of("technology." + technology.ToString().ToLowerInvariant()), Clean(mw), run.Yearly(mw));

    static double[] Clean(double[] mw) => Array.ConvertAll(mw, p => Math.Abs(p) < Visible ? 0 : p);

    /// <summary>What is supplied and not used: losses of links inside the region and of conversion to heat.</summary>
    static double[] Losses(RunView run) =>
    [
        .. Enumerable.Range(0, run.T).Select(t => RunView.Stack.Sum(k => run.Generation[k][t]) + run.Discharge[t] + run.Import[t]
            - run.Consumption[t] - run.Charge[t] - run.Export[t]).Select(mw => Math.Abs(mw) < Visible ? 0 : mw),
    ];

    static ImmutableArray<DispatchWeek> Stretches(StudyView view) =>
    [
        .. view.Calendar.Weeks().Select(w => new DispatchWeek(
            w.First,
            w.Count,
            view.Calendar.DateOf(w.First),
            view.Calendar.DateOf(w.First + w.Count - 1),
            view.Plan.Import.AsSpan(w.First, w.Count).ToArray().Sum())
        {
            CurtailedMwh = view.Plan.Curtailed.AsSpan(w.First, w.Count).ToArray().Sum(),
            WeightH = view.Plan.Weight[w.First],
        }),
    ];

    static int Largest(ImmutableArray<DispatchWeek> weeks, Func<DispatchWeek, double> by) =>
        weeks.IsEmpty ? 0 : Enumerable.Range(0, weeks.Length).MaxBy(i => by(weeks[i]));
}
