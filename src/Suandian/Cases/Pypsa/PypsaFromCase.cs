using System.Globalization;
using Suandian.Cases.Tables;
using Suandian.Network;
using Suandian.Texts;

namespace Suandian.Cases.Pypsa;

/// <summary>A case of our own in the words of PyPSA; what PyPSA has no words for is told.</summary>
/// <remarks>
/// The optimum is that of the case where nothing is told, less the upkeep of what exists, which PyPSA does not know.
/// A price of CO2 enters the marginal costs; load that may be shed becomes a generator at its price.
/// </remarks>
sealed partial class PypsaFromCase
{
    readonly Case _data;
    readonly HourlyNetwork _network;
    readonly Findings _findings;
    readonly PypsaDraftSheets _sheets;

    internal PypsaFromCase(Case data, Findings findings)
    {
        (_data, _findings, _network) = (data, findings, NetworkBuilder.Build(data));
        _sheets = new PypsaDraftSheets([.. _network.Snapshots.HourOfYear.Select(Label)]);
    }

    int T => _network.Snapshots.Count;

    internal IEnumerable<PypsaSheet> Sheets()
    {
        Snapshots();
        Places();
        Generators();
        Trades();
        StorageUnits();
        Stores();
        Links();
        Lines();
        Loads();
        Rules();
        Told();
        return _sheets.Sheets();
    }

    string Label(int hour) =>
        new DateTime(_data.Settings.Year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(hour).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    void Snapshots()
    {
        var snapshots = _network.Snapshots;
        _sheets.Add("network.csv", ["name"], [[_data.Settings.Name.En]]);
        _sheets.Add("snapshots.csv", ["snapshot", "objective", "generators", "stores"], Enumerable.Range(0, T).Select(t => (string[])
            [Label(snapshots.HourOfYear[t]), Cell.Plain(snapshots.WeightH[t]), Cell.Plain(snapshots.WeightH[t]), "1"]));
        if (snapshots.BlockStarts.Length > 1)
            Tell("case.yaml", "hours", "pypsa.not.blocks");
    }

    void Places()
    {
        foreach (var bus in _data.Buses)
            _sheets.Add("buses", bus.Name, ("carrier", bus.Kind == BusKind.Electricity ? "AC" : SnakeCase.FromPascal(bus.Kind.ToString())),
                ("v_nom", bus.VoltageKv ?? 1), ("x", bus.LongitudeDeg ?? 0), ("y", bus.LatitudeDeg ?? 0));
        foreach (var carrier in _data.Carriers)
            _sheets.Add("carriers", carrier.Name, ("co2_emissions", carrier.Co2TPerMwh), ("nice_name", carrier.NameEn ?? carrier.Name));
    }

    string Bus(int index) => _network.Buses[index].Name;

    void Generators()
    {
        var g = _network.Generators;
        for (int i = 0; i < g.Count; i++)
        {
            _sheets.Add("generators", g.Name[i], [("bus", Bus(g.Bus[i])), ("carrier", _data.Generators[i].Carrier), .. Capacity("p_nom", g.ExistingMw[i], g.MaxMw[i], g.AnnualCostYuanPerMw[i]),
                ("marginal_cost", g.MarginalCostYuanPerMwh[i] + _network.Co2PriceYuanPerT * g.Co2TPerMwh[i])]);
            double[] available = g.AvailabilityPu[(i * T)..((i + 1) * T)];
            _sheets.Hours("generators", "p_max_pu", g.Name[i], available);
            if (g.MinimumPu[i] > 0)
                _sheets.Hours("generators", "p_min_pu", g.Name[i], Array.ConvertAll(available, a => a * g.MinimumPu[i]));
        }
    }

    /// <summary>An import is a generator whose size is paid by the year; an export one that takes power.</summary>
    void Trades()
    {
        var k = _network.Trades;
        for (int i = 0; i < k.Count; i++)
        {
            bool isCharged = k.DemandPeriods[i] == 1;
            if (k.DemandPeriods[i] > 1)
                Tell("tariffs.csv", "demand_charge_yuan_per_mw_month", "pypsa.not.months");
            double[] price = k.PriceYuanPerMwh[(i * T)..((i + 1) * T)];
            double co2 = k.IsImport[i] ? _network.Co2PriceYuanPerT * k.Co2TPerMwh[i] : 0;
            _sheets.Add("carriers", "trade_" + k.Name[i], ("co2_emissions", k.Co2TPerMwh[i]));
            _sheets.Add("generators", k.Name[i], [("bus", Bus(k.Bus[i])), ("carrier", "trade_" + k.Name[i]),
                .. isCharged ? Capacity("p_nom", 0, k.MaxMw[i], k.DemandChargeYuanPerMw[i]) : [("p_nom", k.MaxMw[i])],
                ("p_min_pu", k.IsImport[i] ? 0.0 : -1.0), ("p_max_pu", k.IsImport[i] ? 1.0 : 0.0)]);
            _sheets.Hours("generators", "marginal_cost", k.Name[i], Array.ConvertAll(price, p => p + co2));
        }
    }

    void Loads()
    {
        var d = _network.Loads;
        for (int i = 0; i < d.Count; i++)
        {
            _sheets.Add("loads", d.Name[i], ("bus", Bus(d.Bus[i])));
            _sheets.Hours("loads", "p_set", d.Name[i], d.PowerMw.AsSpan(i * T, T));
        }

        if (_network.ShedPriceYuanPerMwh is not { } price)
            return;
        double[] load = new BusConnections(_network).LoadMw;
        for (int b = 0; b < _network.Buses.Length; b++)
        {
            double[] here = load[(b * T)..((b + 1) * T)];
            if (!Array.Exists(here, mw => mw > 0))
                continue;
            _sheets.Add("generators", "shed_" + Bus(b), ("bus", Bus(b)), ("p_nom", 1.0), ("marginal_cost", price));
            _sheets.Hours("generators", "p_max_pu", "shed_" + Bus(b), here);
        }
    }

    void Rules()
    {
        foreach (var rule in _network.Rules)
        {
            if (rule.Kind == AnnualRuleKind.Co2Max)
                _sheets.Add("global_constraints", rule.Name, ("type", "primary_energy"), ("carrier_attribute", "co2_emissions"), ("sense", "<="), ("constant", rule.Limit));
            else
                Tell("annual_rules.csv", "kind", "pypsa.not.rule", rule.Name);
        }
    }

    void Told()
    {
        if (_network.Clusters.Count + _network.Workloads.Count + _network.Fibres.Count > 0)
            Tell("clusters.csv", null, "pypsa.not.computing");
        double upkeep = _network.Generators.ExistingCostYuanPerMw.Zip(_network.Generators.ExistingMw, (cost, mw) => cost * mw).Sum()
            + _network.StorageUnits.ExistingCostYuanPerMw.Zip(_network.StorageUnits.ExistingMw, (cost, mw) => cost * mw).Sum()
            + _network.Stores.ExistingCostYuanPerMwh.Zip(_network.Stores.ExistingMwh, (cost, mwh) => cost * mwh).Sum()
            + _network.Links.ExistingCostYuanPerMw.Zip(_network.Links.ExistingMw, (cost, mw) => cost * mw).Sum()
            + _network.Lines.ExistingCostYuanPerMw.Zip(_network.Lines.ExistingMw, (cost, mw) => cost * mw).Sum();
        if (upkeep != 0)
            _findings.Add(ProblemCode.PypsaNotExported, new Source("costs.csv").Whole, null, ("why", Phrases.Of("pypsa.not.upkeep", ("yuan", Cell.Plain(upkeep)))));
    }

    static (string, object)[] Capacity(string nominal, double existing, double most, double cost) => most > existing
        ? [(nominal, existing), (nominal + "_extendable", true), (nominal + "_min", existing), (nominal + "_max", most), ("capital_cost", cost)]
        : [(nominal, existing)];

    void Tell(string file, string? column, string why, string? value = null) =>
        _findings.Add(ProblemCode.PypsaNotExported, new Source(file).At(null, column), value, ("why", Phrases.Of(why)));
}
