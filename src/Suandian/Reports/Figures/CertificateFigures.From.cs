using Suandian.Network;
using Suandian.Planning;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

public sealed partial record CertificateFigures
{
    /// <summary>Largest difference between the objective and the sum of the price parts, as a share of the objective.</summary>
    const double PartsBar = 1e-6;

    internal static CertificateFigures From(StudyView view) => From(view.Study.Plan, view.Replay, view.Study.Network, Parts(view));

    /// <summary>The proof of a plan and of its replay.</summary>
    /// <param name="plan">Plan.</param>
    /// <param name="report">Its replay.</param>
    /// <param name="network">Its network.</param>
    /// <param name="more">Checks beyond those of the replay.</param>
    internal static CertificateFigures From(PlanningSolution plan, ReplayReport report, HourlyNetwork network, params ReadOnlySpan<CheckRow> more)
    {
        CheckRow[] optimum = [.. OptimumChecks(plan)];
        CheckRow[] replay =
        [
            .. report.Checks.Where(c => Applies(c.Kind, network)).Select(c => new CheckRow(c.Key, c.Name, c.Violation, c.Tolerance, c.Unit)),
            .. more,
        ];
        return new CertificateFigures
        {
            Checked = optimum.Length > 0,
            Holds = optimum.Concat(replay).All(c => c.Holds),
            Optimum = [.. optimum],
            Replay = [.. replay],
            ObjectiveYuan = plan.ObjectiveYuan,
            Solver = plan.Run.Solver,
            Method = plan.Run.Method,
            Iterations = plan.Run.Iterations,
            Rows = plan.Run.Rows,
            Columns = plan.Run.Columns,
            Nonzeros = plan.Run.Nonzeros,
        };
    }

    /// <summary>False for checks of units, ramps and sums where there are none.</summary>
    static bool Applies(ReplayKind kind, HourlyNetwork network) => kind switch
    {
        ReplayKind.UnitState or ReplayKind.UnitOutput or ReplayKind.UnitTime => network.Commitments is not null,
        ReplayKind.Ramp => network.Ramps is not null,
        ReplayKind.SumLimit => !network.GlobalLimits.IsEmpty || network.Generators.EnergyMinMwh is not null,
        _ => true,
    };

    static IEnumerable<CheckRow> OptimumChecks(PlanningSolution plan)
    {
        if (plan.Certificate is { } proof)
        {
            yield return Row("relative_gap", Math.Abs(proof.RelativeGap), proof.Demand.RelativeGap, "pu");
            yield return Row("row_violation", proof.Row.Size, proof.Demand.Violation, "MW");
            yield return Row("bound_violation", proof.Bound.Size, proof.Demand.Violation, "MW");
        }
    }

    static CheckRow Parts(StudyView view)
    {
        var stated = view.Study.Plan.ObjectiveYuan;
        return Row("price_parts", Math.Abs(view.Plan.Prices.TotalYuan - stated) / Math.Max(1, Math.Abs(stated)), PartsBar, "pu");
    }

    static CheckRow Row(string key, double value, double bar, string unit) => new(key, Phrases.Of("check." + key), value, bar, unit);
}
