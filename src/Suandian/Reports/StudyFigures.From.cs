using Suandian.Reports.Figures;
using Suandian.Texts;

namespace Suandian.Reports;

public sealed partial record StudyFigures
{
    /// <summary>Computes everything a person reads about a study.</summary>
    /// <param name="study">Study whose plan holds a solution.</param>
    /// <exception cref="ArgumentException">The plan holds no solution.</exception>
    public static StudyFigures From(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (study.Plan.Status is not (Planning.PlanningStatus.Optimal or Planning.PlanningStatus.Incumbent))
        {
            throw new ArgumentException($"the plan ended {study.Plan.Status} and holds no solution", nameof(study));
        }

        var view = new StudyView(study);
        var (facts, build) = (CaseFacts.From(view), BuildList.From(view));
        var headline = Figures.Headline.From(view, build);
        var (assumptions, certificate) = (AssumptionFigures.From(view), CertificateFigures.From(view));
        var warnings = Figures.Warnings.From(view, (facts, assumptions, certificate));
        return new StudyFigures
        {
            Case = Figure(facts, facts.Name),
            Headline = Figure(headline, headline.Answer),
            Comparison = Figure(ComparisonRows.Of(view, headline), Findings.Of(headline)),
            Build = Figure(build, Findings.Of(build)),
            EnergyPrice = Figure(PriceFigures.OfEnergy(view), Findings.OfPrice),
            GpuHourPrice = Figure(PriceFigures.OfGpuHour(view), Findings.OfPrice),
            Green = Figure(GreenFigures.From(view), Findings.Of),
            Map = Figure(MapFigures.From(view), Findings.Of),
            Dispatch = Figure(DispatchFigures.From(view), Findings.Of),
            Duration = Figure(DurationFigures.From(view), Findings.Of),
            Storage = Figure(StorageFigures.From(view), Findings.Of),
            Curtailment = Figure(CurtailmentFigures.From(view), Findings.Of),
            Computing = Figure(ComputingFigures.From(view), Findings.Of),
            Jobs = JobFigures.From(view) is { } jobs ? Figure(jobs, Findings.Of) : null,
            Grid = GridFigures.From(view) is { } grid ? Figure(grid, Findings.Of) : null,
            Shadows = Figure(ShadowFigures.From(view, build), Findings.Of),
            Assumptions = Figure(assumptions, Findings.Of),
            Warnings = Figure(warnings, Findings.Of),
            Certificate = Figure(certificate, Findings.Of),
            Provenance = Origin(study.Provenance),
        };
    }

    static ReportFigure<T> Figure<T>(T data, Text finding) => new(data, Findings.Capital(finding), StudyJson.Sha256(data));

    static ReportFigure<T> Figure<T>(T data, Func<T, Text> finding) => Figure(data, finding(data));

    /// <summary>The time stamp is shown and never hashed.</summary>
    static ReportFigure<Provenance> Origin(Provenance origin) =>
        new(origin, Phrases.Of("finding.provenance"), StudyJson.Sha256(origin with { Created = null }));
}
