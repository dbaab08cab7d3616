using System.Collections.Immutable;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Tables;

static partial class ReportTables
{
    /// <summary>The plan's work as single jobs; no table where nothing may wait.</summary>
    static ImmutableArray<ReportTable> Jobs(StudyFigures f) => f.Jobs?.Data is { } j
        ?
        [
            new TableOf<JobWorkload>("jobs", j.Workloads)
                .Word("name", w => w.Name)
                .Both("title", w => w.Title)
                .Word("class", w => SnakeNames.Of(w.Class))
                .Number("jobs", w => w.Jobs)
                .Number("demand_gpu_h", w => w.WorkGpuH)
                .Number("deadline_h", w => w.DeadlineH)
                .Number("planned_wait_h", w => w.PlannedWaitH)
                .Number("mean_wait_h", w => w.MeanWaitH)
                .Number("wait_95_h", w => w.Wait95H)
                .Number("late_pu", w => w.LatePu)
                .Number("late_in_pieces_pu", w => w.LateInPiecesPu)
                .Table(),
        ]
        : [];

    static ReportTable Workloads(StudyFigures f) => new TableOf<WorkloadFigures>("workloads", f.Computing.Data.Workloads)
        .Word("name", r => r.Name)
        .Both("title", r => r.Title)
        .Word("class", r => SnakeNames.Of(r.Class))
        .Both("origin", r => r.Origin)
        .Number("demand_gpu_h", r => r.DemandGpuH)
        .Number("undone_gpu_h", r => r.UndoneGpuH)
        .Number("mean_wait_h", r => r.MeanWaitH)
        .Number("wait_95_h", r => r.Wait95H)
        .Number("deadline_h", r => r.DeadlineH)
        .Number("round_trip_ms", r => r.RoundTripMs)
        .Number("latency_limit_ms", r => r.LatencyLimitMs)
        .Number("mean_gbit_s", r => r.MeanGbitS)
        .Number("max_gbit_s", r => r.MaxGbitS)
        .Number("electricity_mwh", r => r.ElectricityMwh)
        .Table();

    static ReportTable WorkloadPlaces(StudyFigures f) => new TableOf<(string Workload, PlaceShare Place)>("workload_places",
            [.. f.Computing.Data.Workloads.SelectMany(w => w.Places.Select(p => (w.Name, p)))])
        .Word("name", r => r.Workload)
        .Word("cluster", r => r.Place.Cluster)
        .Both("title", r => r.Place.Title)
        .Number("share_pu", r => r.Place.SharePu)
        .Number("round_trip_ms", r => r.Place.RoundTripMs)
        .Table();

    static ReportTable Clusters(StudyFigures f) => new TableOf<ClusterFigures>("clusters", f.Computing.Data.Clusters)
        .Word("name", r => r.Name)
        .Both("title", r => r.Title)
        .Both("bus", r => r.Bus)
        .Both("chip", r => r.Chip)
        .Number("it_mw", r => r.ItMw)
        .Number("new_it_mw", r => r.NewItMw)
        .Number("cards", r => r.Cards)
        .Number("utilisation_pu", r => r.UtilisationPu)
        .Number("mean_pue", r => r.MeanPue)
        .Number("electricity_mwh", r => r.ElectricityMwh)
        .Table();

    static ReportTable ComputingByHour(StudyFigures f) => new TableOf<(ClassByHour Class, string Cluster, double[] Run, int Hour)>("computing_by_hour",
            [
                .. f.Computing.Data.Classes.SelectMany(c => c.Places.Select(p => (c, p.Cluster, p.RunMw)).Append((c, "", c.RunMw))
                    .SelectMany(p => Enumerable.Range(0, 24).Select(h => (p.c, p.Item2, p.RunMw, h)))),
            ])
        .Word("class", r => SnakeNames.Of(r.Class.Class))
        .Word("cluster", r => r.Cluster)
        .Number("hour_of_day", r => r.Hour)
        .Number("run_mw", r => r.Run[r.Hour])
        .Number("arrival_mw", r => r.Cluster.Length == 0 ? r.Class.ArrivalMw[r.Hour] : null)
        .Table();

    static ReportTable Refused(StudyFigures f) => new TableOf<RefusedService>("refused_services", f.Computing.Data.Refused)
        .Both("workload", r => r.Workload)
        .Both("cluster", r => r.Cluster)
        .Both("reason_text", r => r.Reason)
        .Table();
}
