using Suandian.Reports.Figures;

namespace Suandian.Reports.Tables;

static partial class ReportTables
{
    static ReportTable Places(StudyFigures f) => new TableOf<MapPlace>("places", f.Map.Data.Places)
        .Word("bus", r => r.Bus)
        .Both("title", r => r.Title)
        .Word("role", r => SnakeNames.Of(r.Role))
        .Number("latitude_deg", r => r.LatitudeDeg)
        .Number("longitude_deg", r => r.LongitudeDeg)
        .Number("capacity_mw", r => r.Capacity.Sum(c => c.Mw))
        .Number("new_capacity_mw", r => r.NewCapacity.Sum(c => c.Mw))
        .Number("it_mw", r => r.ItMw)
        .Number("new_it_mw", r => r.NewItMw)
        .Number("other_load_mwh", r => r.OtherLoadMwh)
        .Number("computing_mwh", r => r.ComputingMwh)
        .Number("mean_price_yuan_per_mwh", r => r.MeanPriceYuanPerMwh)
        .Number("distance_km", r => r.DistanceKm)
        .Number("round_trip_ms", r => r.RoundTripMs)
        .Table();

    static ReportTable Connections(StudyFigures f) => new TableOf<MapConnection>("connections", f.Map.Data.Connections)
        .Word("table", r => r.Table)
        .Word("name", r => r.Name)
        .Both("title", r => r.Title)
        .Word("bus0", r => r.Bus0)
        .Word("bus1", r => r.Bus1)
        .Word("technology", r => SnakeNames.Of(r.Technology))
        .Number("capacity_mw", r => r.CapacityMw)
        .Number("new_capacity_mw", r => r.NewMw)
        .Number("forward_mwh", r => r.ForwardMwh)
        .Number("backward_mwh", r => r.BackwardMwh)
        .Number("length_km", r => r.LengthKm)
        .Table();

    static ReportTable Fibres(StudyFigures f) => new TableOf<MapFibre>("fibres", f.Map.Data.Fibres)
        .Word("name", r => r.Name)
        .Both("title", r => r.Title)
        .Word("bus0", r => r.Bus0)
        .Word("bus1", r => r.Bus1)
        .Number("capacity_gbit_s", r => r.CapacityGbitS)
        .Number("new_gbit_s", r => r.NewGbitS)
        .Number("mean_gbit_s", r => r.MeanGbitS)
        .Number("max_gbit_s", r => r.MaxGbitS)
        .Number("length_km", r => r.LengthKm)
        .Number("round_trip_ms", r => r.RoundTripMs)
        .Table();

    static ReportTable Trades(StudyFigures f) => new TableOf<MapTrade>("trades", f.Map.Data.Trades)
        .Word("name", r => r.Name)
        .Both("title", r => r.Title)
        .Word("bus", r => r.Bus)
        .Word("direction", r => r.IsImport ? "import" : "export")
        .Number("energy_mwh", r => r.EnergyMwh)
        .Number("max_mw", r => r.MaxMw)
        .Number("peak_mw", r => r.PeakMw)
        .Table();
}
