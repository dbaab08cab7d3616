using System.Collections.Immutable;
using System.Text;
using Suandian.Network;
using Suandian.Planning;
using Suandian.Reports.Figures;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;

namespace Suandian.Reports.Imported;

/// <summary>The files of the report of an imported network.</summary>
public static class ImportedFiles
{
    /// <summary>What is built and what it costs, in one sentence.</summary>
    public static Text Answer(ImportedStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new ImportedPage(study, new ImportedParts(study).All()).Answer();
    }

    /// <summary>The proof of the plan and of its replay.</summary>
    public static CertificateFigures Certificate(ImportedStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return CertificateFigures.From(study.Plan, study.Replay with { Checks = [.. study.Replay.Checks.Where(check => Applies(check.Kind, study.Network))] }, study.Network);
    }

    /// <summary>False for checks of what such a network never has, or has not.</summary>
    static bool Applies(ReplayKind kind, HourlyNetwork n) => kind switch
    {
        ReplayKind.TradePower or ReplayKind.TradePeak or ReplayKind.Rule or ReplayKind.Shedding => false,
        ReplayKind.ClusterBusy or ReplayKind.ClusterPower or ReplayKind.ClusterCapacity or ReplayKind.WorkSign or ReplayKind.Backlog
            or ReplayKind.WorkBeforeArrival or ReplayKind.Deadline or ReplayKind.FibreRate or ReplayKind.FibreCapacity => false,
        ReplayKind.StoragePower or ReplayKind.StorageBalance or ReplayKind.StorageLevel or ReplayKind.StorageSpill or ReplayKind.StorageCapacity => n.StorageUnits.Count > 0,
        ReplayKind.StoreBalance or ReplayKind.StoreLevel or ReplayKind.StoreCapacity => n.Stores.Count > 0,
        ReplayKind.LinkFlow or ReplayKind.LinkCapacity => n.Links.Count > 0,
        ReplayKind.LineFlow or ReplayKind.LineCapacity or ReplayKind.VoltageLaw => n.Lines.Count > 0,
        _ => true,
    };

    internal static ImmutableArray<ReportFile> Of(ImportedStudy study)
    {
        var parts = new ImportedParts(study).All();
        var page = new ImportedPage(study, parts);
        ReportTable[] tables = [Capacities(study, parts), Powers(study, parts), Prices(study)];
        return ReportFiles.Locked(study.Provenance, new(StringComparer.Ordinal),
        [
            new("index.html", s => s.Write(Encoding.UTF8.GetBytes(page.Write().Markup.ReplaceLineEndings("\n")))),
            new("certificate.json", s => ReportFiles.Json(s, Certificate(study))),
            .. ReportFiles.Of(study.Scenarios is { } scenarios ? ScenariosFiles.Of(study.Case, scenarios) : []),
            new("tables/README.md", s => s.Write(Encoding.UTF8.GetBytes(ReportFiles.TablesReadme([.. tables])))),
            .. tables.Select(t => new ReportFile($"tables/{t.Name}.csv", s => TableFiles.WriteCsv(t, s))),
        ]);
    }

    static ReportTable Capacities(ImportedStudy study, ImmutableArray<ImportedPart> parts) => new TableOf<ImportedPart>("imported_capacities", parts)
        .Word("table", p => p.Table)
        .Word("name", p => p.Name)
        .Word("bus", p => study.Network.Buses[p.Bus].Name)
        .Word("carrier", p => p.Carrier)
        .Word("unit", p => p.Unit)
        .Word("chosen", p => p.IsChosen ? "true" : "false")
        .Number("existing", p => p.Existing)
        .Number("plan", p => p.Size)
        .Number("capital_cost", p => p.CapitalCost)
        .Number("operation_cost", p => p.OperationCost)
        .Table();

    /// <summary>Power of each component by the snapshot.</summary>
    static ReportTable Powers(ImportedStudy study, ImmutableArray<ImportedPart> parts) => new("imported_powers",
    [
        Snapshots(study), .. parts.Select(p => new ReportColumn($"{p.Table}.{p.Name}.power_mw") { Numbers = p.Power }),
    ]);

    /// <summary>Price at each bus by the snapshot.</summary>
    static ReportTable Prices(ImportedStudy study) => new("imported_prices",
    [
        Snapshots(study), .. ImportedPrice.Of(study).Select(p => new ReportColumn($"buses.{p.Bus}.price_per_mwh") { Numbers = p.Hourly }),
    ]);

    static ReportColumn Snapshots(ImportedStudy study) => new("snapshot") { Words = [.. study.Case.Imported!.SnapshotLabels] };
}
