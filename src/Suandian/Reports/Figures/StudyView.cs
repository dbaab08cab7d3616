using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Reports.Figures;

/// <summary>A study prepared for its figures: names, plan, base, calendar.</summary>
sealed class StudyView
{
    Dictionary<string, double>? _rules;

    internal StudyView(Study study)
    {
        Study = study;
        Names = new CaseNames(study.Case);
        Plan = new RunView(Names, study.Network, study.Plan);
        Base = study.Base is { } solution ? new RunView(Names, PricedAsPlanned(study), solution) : null;
        Replay = study.Replay ?? Planning.Replay.Check(study.Network, study.Plan, study.Case.Settings.LineModel ?? LineModel.Transport);
        Calendar = new StudyCalendar(study.Network.Snapshots, study.Case.Settings.Year);
    }

    internal Study Study { get; }

    internal CaseNames Names { get; }

    internal RunView Plan { get; }

    internal RunView? Base { get; }

    internal StudyCalendar Calendar { get; }

    internal ReplayReport Replay { get; }

    /// <summary>Value of an annual rule in the plan, active or not, in the unit of its limit; NaN where it is not defined.</summary>
    internal double RuleValue(string rule)
    {
        var all = Study.Network with { Rules = Study.Case.AnnualRules };
        _rules ??= Planning.Replay.Check(all, Study.Plan).Rules.ToDictionary(r => r.Rule, r => r.Value);
        return _rules.GetValueOrDefault(rule, double.NaN);
    }

    /// <summary>A figure of both runs.</summary>
    internal Pair Both(Func<RunView, double> figure) => new(Base is null ? null : figure(Base), figure(Plan));

    /// <summary>
    /// The base network may hold the clusters and fibres of the plan as existing, at a blended cost;
    /// for the split into servers, halls and upkeep they are priced as in the plan, which costs the same.
    /// </summary>
    static HourlyNetwork PricedAsPlanned(Study study)
    {
        var priced = study.BaseNetwork with { Clusters = study.Network.Clusters, Fibres = study.Network.Fibres };
        var difference = Fixed(study.BaseNetwork, study) - Fixed(priced, study);
        return Math.Abs(difference) <= 1e-6 * Math.Max(1, Math.Abs(study.Base!.ObjectiveYuan)) ? priced : study.BaseNetwork;
    }

    static double Fixed(HourlyNetwork network, Study study)
    {
        var (c, f, run) = (network.Clusters, network.Fibres, study.Base!);
        var clusters = Enumerable.Range(0, c.Count).Sum(i => (c.ExistingItMw[i] * c.ExistingCostYuanPerMw[i])
            + ((run.ClusterItMw[i] - c.ExistingItMw[i]) * (c.HallCostYuanPerMw[i] + c.ServerCostYuanPerMw[i])));
        var fibres = Enumerable.Range(0, f.Count).Sum(i => (f.ExistingGbitS[i] * f.ExistingCostYuanPerGbitS[i])
            + ((run.FibreGbitS[i] - f.ExistingGbitS[i]) * f.AnnualCostYuanPerGbitS[i]));
        return clusters + fibres;
    }
}
