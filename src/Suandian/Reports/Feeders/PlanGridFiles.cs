using System.Collections.Immutable;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Hosting;
using Suandian.Distribution.Outages;
using Suandian.Distribution.PlanCheck;
using Suandian.Distribution.Year;
using Suandian.Network;
using Suandian.Reports.Figures;
using Suandian.Reports.Questions;
using Suandian.Texts;

namespace Suandian.Reports.Feeders;

/// <summary>The plan on the grid of its case, on pages of their own: its hours, the loss of each circuit, and what each bus still takes.</summary>
/// <remarks>
/// The hours are those of the grid as it stands; outages and what buses take are those with the measures that make the plan fit. New PV and wind are taken to yield in each hour what the
/// first such plant of the case within the county does.
/// </remarks>
static class PlanGridFiles
{
    /// <summary>Their folder inside a report.</summary>
    internal const string Folder = "grid";

    /// <summary>The pages and their tables; none where the case names no grid.</summary>
    internal static IEnumerable<QuestionFile> Of(Study study)
    {
        if (study is not { GridCheck: not null, Case.Grid: { } source })
        {
            return [];
        }

        var planned = study.GridCheck.Repair?.On(source) ?? source;
        var (threads, (today, hours), (grid, _), (circuits, each)) = (Environment.ProcessorCount, Placed(source, study), Placed(planned, study), Placed(planned.EachCircuit(), study));
        var year = FeederYear.Solve(today, hours, threads: threads);
        var outages = BranchOutages.Solve(circuits, each, FeederLimits.Of(circuits), new OutageOptions { Threads = threads });
        HostingSolution Hosting(HostingKind kind) => HostingCapacity.Solve(grid, hours, options: new HostingOptions { Kind = kind, Threads = threads });
        Text? State(string key) => study.GridCheck.Repair is { Measures.IsEmpty: false } ? Phrases.Of(key) : null;
        return
        [
            .. In("year", FeederFiles.Of(today, hours, year, State("feeder.year_as_is"))),
            .. In("outages", OutageFiles.Of(circuits, each, outages, CapacityRatio.Of(circuits, FeederYear.Solve(circuits, each, threads: threads)), State("feeder.with_measures"))),
            .. Kinds(study).SelectMany(kind => In(NameOf(kind), HostingFiles.Of(grid, hours, Hosting(kind), State("feeder.with_measures")))),
        ];
    }

    /// <summary>The pages as they are offered.</summary>
    internal static ImmutableArray<GridPage> Pages(Study study)
    {
        var names = new CaseNames(study.Case);
        Text? Yield(HostingKind kind) => Plant(study, kind) is { } plant ? names.TitleOf("generators", plant.Name) : null;
        return
        [
            new("year", $"{Folder}/year/year.html", null), new("outages", $"{Folder}/outages/outages.html", null),
            .. Kinds(study).Select(kind => new GridPage(NameOf(kind), $"{Folder}/{NameOf(kind)}/hosting.html", Yield(kind))),
        ];
    }

    static IEnumerable<QuestionFile> In(string name, ImmutableArray<QuestionFile> files) => files.Select(f => f with { Path = $"{Folder}/{name}/{f.Path}" });

    static IEnumerable<HostingKind> Kinds(Study study) => [HostingKind.Load, .. ((HostingKind[])[HostingKind.Pv, HostingKind.Wind]).Where(kind => Plant(study, kind) is not null)];

    static string NameOf(HostingKind kind) => kind switch { HostingKind.Load => "hosting_computing", HostingKind.Wind => "hosting_wind", _ => "hosting_pv" };

    static (PowerFlow.PowerGrid Grid, FeederHours Hours) Placed(CountyGrid source, Study study)
    {
        var grid = new EquippedGrid(source);
        return (grid.Grid, PlanPlacement.Of(grid, study.Network, study.Plan).Hours(study.Network) with { PvPu = Yield(study, HostingKind.Pv), WindPu = Yield(study, HostingKind.Wind), Year = study.Case.Settings.Year });
    }

    /// <summary>Availability of the plant that new ones are taken to be like, pu; null where there is none.</summary>
    static double[]? Yield(Study study, HostingKind kind)
    {
        var hours = study.Network.Snapshots.Count;
        return Plant(study, kind) is { } plant ? study.Network.Generators.AvailabilityPu.AsSpan(Array.IndexOf(study.Network.Generators.Name, plant.Name) * hours, hours).ToArray() : null;
    }

    static Generator? Plant(Study study, HostingKind kind)
    {
        var technology = kind switch { HostingKind.Pv => Technology.Pv, HostingKind.Wind => Technology.Wind, _ => (Technology?)null };
        return study.Case.Generators.FirstOrDefault(g => study.Case.Carriers.First(c => c.Name == g.Carrier).Technology == technology
            && study.Case.Buses.First(b => b.Name == g.Bus).Role == BusRole.Site && study.Network.Generators.Name.Contains(g.Name));
    }
}
