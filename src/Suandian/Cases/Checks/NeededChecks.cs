using Suandian.Cases.Tables;
using Suandian.Network;

namespace Suandian.Cases.Checks;

/// <summary>Cells that are needed, or have no effect, because of another cell of the row.</summary>
static class NeededChecks
{
    internal static void Run(CheckedCase c)
    {
        foreach (var row in c.Tables.Generators)
            Generator(c, row);
        foreach (var row in c.Tables.StorageUnits)
            Storage(c, row);
        foreach (var row in c.Tables.Clusters)
            Cluster(c, row);
        foreach (var row in c.Tables.Links)
            PerKilometre(c, row, row.Record.Cost, "length_km");
        foreach (var row in c.Tables.Loads)
            OneOf(c, row, "profile", "power_series");
        foreach (var row in c.Tables.Tariffs)
            OneOf(c, row, "price_profile", "price_series");
        foreach (var row in c.Tables.Workloads)
            OneOf(c, row, "arrival_profile", "arrival_series");
        foreach (var row in c.Tables.WeatherSites)
            Seed(c, row);
    }

    static void Generator(CheckedCase c, Row<Generator> row)
    {
        if (!row.Sound("yield_model"))
            return;
        var model = row.Record.YieldModel;
        string because = "yield_model = " + SnakeCase.FromPascal(model.ToString());
        bool weather = model is GeneratorYieldModel.PvFixed or GeneratorYieldModel.PvTracker or GeneratorYieldModel.Wind
            or GeneratorYieldModel.CspField;
        Demand(c, row, "availability_series", model == GeneratorYieldModel.Series, because);
        Demand(c, row, "weather_site", weather, because);
        Demand(c, row, "power_curve", model == GeneratorYieldModel.Wind, because);
        Needed(c, row, "losses_pu", weather && model != GeneratorYieldModel.CspField, because);
        if (model != GeneratorYieldModel.Constant)
            Unused(c, row, "availability_pu", because);
    }

    static void Storage(CheckedCase c, Row<StorageUnit> row)
    {
        if (!row.Sound("sizing"))
            return;
        bool together = row.Record.Sizing == StorageUnitSizing.Together;
        string because = together ? "sizing = together" : "sizing = apart";
        Demand(c, row, "duration_h", together, because);
        if (together && row.Record.EnergyMwh > 0)
            Unused(c, row, "energy_mwh", because);
        if (together)
            Unused(c, row, "cost_energy", because);
    }

    static void Cluster(CheckedCase c, Row<Cluster> row)
    {
        if (!row.Sound("pue_model"))
            return;
        var model = row.Record.PueModel;
        string because = "pue_model = " + SnakeCase.FromPascal(model.ToString());
        Demand(c, row, "pue", model == ClusterPueModel.Constant, because);
        Demand(c, row, "pue_series", model == ClusterPueModel.Series, because);
        Demand(c, row, "weather_site", model == ClusterPueModel.Weather, because);
    }

    static void PerKilometre<T>(CheckedCase c, Row<T> row, string? cost, string column)
    {
        bool perKm = c.Tables.Costs.Any(k => k.Record.Name == cost && k.Sound("unit") && k.Record.Unit == CostUnit.MwKm);
        Needed(c, row, column, perKm, $"cost = {cost} (mw_km)");
    }

    static void Seed(CheckedCase c, Row<WeatherSite> row)
    {
        if (!c.IsGiven(row, "file") && !c.IsGiven(row, "seed"))
            c.Add(ProblemCode.SeedMissing, row, "seed");
        if (c.IsGiven(row, "file"))
            Unused(c, row, "seed", $"file = {row.Record.File}");
    }

    static void OneOf<T>(CheckedCase c, Row<T> row, string one, string other)
    {
        if (c.IsGiven(row, one) && c.IsGiven(row, other))
            c.Add(ProblemCode.ProfileAndSeries, row, other, ("one", one), ("other", other));
    }

    /// <summary>Needed in one case, without effect in the other.</summary>
    static void Demand<T>(CheckedCase c, Row<T> row, string column, bool needed, string because)
    {
        Needed(c, row, column, needed, because);
        if (!needed)
            Unused(c, row, column, because);
    }

    static void Needed<T>(CheckedCase c, Row<T> row, string column, bool needed, string because)
    {
        if (needed && !c.IsGiven(row, column))
            c.Add(ProblemCode.NeededBecause, row, column, ("because", because));
    }

    static void Unused<T>(CheckedCase c, Row<T> row, string column, string because)
    {
        if (c.IsGiven(row, column))
            c.Add(ProblemCode.ValueUnused, row, column, ("because", because));
    }
}
