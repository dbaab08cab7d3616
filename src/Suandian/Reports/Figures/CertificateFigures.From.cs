using Suandian.Network;
using Suandian.Planning;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

public sealed partial record CertificateFigures
{
    /// <summary>Largest difference between the objective and the sum of the price parts, as a share of the objective.</summary>
    const double PartsBar = 1e-6;

    internal static CertificateFigures From(StudyView view)
    {
        var plan = view.Study.Plan;
        CheckRow[] optimum = [.. OptimumChecks(view)];
        CheckRow[] replay =
        [
            .. view.Replay.Checks.Where(c => Applies(c.Kind, view.Study.Network)).Select(c => new CheckRow(c.Key, c.Name, c.Violation, c.Tolerance, c.Unit)),
            Parts(view),
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

    /// <summary>False for checks of units and ramps where there are none.</summary>
    static bool Applies(ReplayKind kind, HourlyNetwork network) => kind switch
    {
        ReplayKind.UnitState or ReplayKind.UnitOutput or ReplayKind.UnitTime => network.Commitments is not null,
        ReplayKind.Ramp => network.Ramps is not null,
        _ => true,
    };

    static IEnumerable<CheckRow> OptimumChecks(StudyView view)
    {
        if (view.Study.Plan.Certificate is { } proof)
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
