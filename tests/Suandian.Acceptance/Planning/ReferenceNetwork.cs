using Suandian.Network;

namespace Suandian.Planning;

/// <summary>A reference problem as an hourly network with the same optimum.</summary>
/// <remarks>
/// Storage of form "store" is an internal bus with a store, a link in (efficiency at the far end) and a link out, whose power
/// counts inside. A compute site is an internal bus with a store of pue × queue, a link in without loss, and a load of
/// pue × batch: everything in electric terms, so that use is load + pue × (inference + batch) as the reference counts it.
/// The demand charge is paid on the highest import of the year. What has no limit in the reference has one here that does not bind.
/// </remarks>
sealed class ReferenceNetwork
{
    readonly ReferenceFolder _folder;
    readonly int _snapshots;
    readonly List<string> _buses;
    readonly List<(string Name, int Bus, double ExistingMwh, double MaxMwh, double Cost, double Loss)> _stores = [];
    readonly List<(string Name, int From, int To, double Max, double Cost, double Efficiency, bool TwoWay, double Marginal)> _links = [];
    readonly List<(string Name, int Bus, double[] Mw)> _loads = [];

    ReferenceNetwork(ReferenceFolder folder)
    {
        (_folder, _snapshots, _buses) = (folder, (int)folder.Policy("hours"), [.. folder.Texts("buses", "name")]);
        AddLoads();
        AddStores();
        AddComputing();
        AddLinks();
    }

    internal static HourlyNetwork Read(string name) => new ReferenceNetwork(new ReferenceFolder(name)).Build();

    void AddLoads()
    {
        for (var b = _buses.Count - 1; b >= 0; b--)
        {
            _loads.Add(($"load{b}", b, _folder.Numbers("loads", $"load{b}")));
        }
    }

    void AddStores()
    {
        double[] Number(string column) => _folder.Numbers("storage", column);
        var (name, form, bus) = (_folder.Texts("storage", "name"), _folder.Texts("storage", "form"), _folder.Buses("storage", "bus"));
        for (var s = 0; s < name.Length; s++)
        {
            if (form[s] == "store")
            {
                var (inside, cost) = (AddBus(name[s]), Number("capital_cost_power")[s] / 2);
                _stores.Add((name[s], inside, 0, 1e5, Number("capital_cost_energy")[s], Number("standing_loss")[s]));
                _links.Add(($"{name[s]}-in", bus[s], inside, 1e4, cost, Number("efficiency_store")[s], false, 0));
                _links.Add(($"{name[s]}-out", inside, bus[s], 1e4, cost, Number("efficiency_dispatch")[s], false, Number("marginal_cost")[s]));
            }
        }
    }

    void AddComputing()
    {
        double[] Number(string column) => _folder.Numbers("compute", column);
        var (name, bus, pues) = (_folder.Texts("compute", "name"), _folder.Buses("compute", "bus"), Number("pue"));
        for (var k = 0; k < name.Length; k++)
        {
            var (inside, pue) = (AddBus(name[k]), pues[k]);
            double[] Electric(string kind) => Array.ConvertAll(_folder.Numbers("compute_series", kind + name[k][2..]), mw => pue * mw);
            var queue = pue * Number("queue_mwh")[k];
            _loads.Add(($"inference {name[k]}", bus[k], Electric("inference")));
            _loads.Add(($"batch {name[k]}", inside, Electric("batch")));
            _stores.Add((name[k], inside, queue, queue, 0, 0));
            _links.Add((name[k], bus[k], inside, pue * Number("p_nom_max")[k], Number("capital_cost")[k] / pue, 1, false, 0));
        }
    }

    void AddLinks()
    {
        var (name, from, to) = (_folder.Texts("links", "name"), _folder.Buses("links", "bus0"), _folder.Buses("links", "bus1"));
        double[] Number(string column) => _folder.Numbers("links", column);
        for (var l = 0; l < name.Length; l++)
        {
            _links.Add((name[l], from[l], to[l], Number("p_nom_max")[l], Number("capital_cost")[l], Number("efficiency")[l], true, 0));
        }
    }

    int AddBus(string name)
    {
        _buses.Add(name);
        return _buses.Count - 1;
    }

    HourlyNetwork Build() => new()
    {
        Snapshots = new Snapshots
        {
            HourOfYear = [.. Enumerable.Range(0, _snapshots)],
            WeightH = [.. Enumerable.Repeat(_folder.Policy("weight"), _snapshots)],
            Previous = [.. Enumerable.Range(0, _snapshots).Select(t => (t + _snapshots - 1) % _snapshots)],
            BlockStarts = [0],
            Month = [.. Enumerable.Repeat(1, _snapshots)],
        },
        Buses = [.. _buses.Select(b => new Bus { Name = b })],
        Generators = Generators(),
        StorageUnits = StorageUnits(),
        Stores = Stores(),
        Links = Links(),
        Lines = Lines(),
        Loads = new()
        {
            Name = [.. _loads.Select(l => l.Name)],
            Bus = [.. _loads.Select(l => l.Bus)],
            PowerMw = [.. _loads.SelectMany(l => l.Mw)],
        },
        Trades = Trades(),
        Clusters = NoComputing.Clusters,
        Workloads = NoComputing.Workloads,
        Fibres = NoComputing.Fibres,
        Rules =
        [
            Rule("self-use", AnnualRuleKind.SelfUseShareMin, "min_self_use_of_available"),
            Rule("export-limit", AnnualRuleKind.ExportShareMax, "max_export_of_available"),
            Rule("green-share", AnnualRuleKind.GreenShareMin, "min_green_share_of_use"),
        ],
    };

    AnnualRule Rule(string name, AnnualRuleKind kind, string key) => new() { Name = name, Kind = kind, Limit = _folder.Policy(key) };

    Generators Generators()
    {
        var name = _folder.Texts("generators", "name");
        return new()
        {
            Name = name,
            Bus = _folder.Buses("generators", "bus"),
            ExistingMw = new double[name.Length],
            MaxMw = _folder.Numbers("generators", "p_nom_max"),
            AnnualCostYuanPerMw = _folder.Numbers("generators", "capital_cost"),
            ExistingCostYuanPerMw = new double[name.Length],
            MarginalCostYuanPerMwh = _folder.Numbers("generators", "marginal_cost"),
            AvailabilityPu = [.. name.SelectMany(g => _folder.Numbers("availability", g))],
            MinimumPu = new double[name.Length],
            Renewable = Array.ConvertAll(name, _ => true),
            Co2TPerMwh = new double[name.Length],
        };
    }

    StorageUnits StorageUnits()
    {
        var units = Enumerable.Range(0, _folder.Texts("storage", "form").Length)
            .Where(s => _folder.Texts("storage", "form")[s] == "unit").ToArray();
        double[] Number(string column) => [.. units.Select(s => _folder.Numbers("storage", column)[s])];
        double[] Same(double value) => [.. units.Select(_ => value)];
        return new()
        {
            Name = [.. units.Select(s => _folder.Texts("storage", "name")[s])],
            Bus = [.. units.Select(s => _folder.Buses("storage", "bus")[s])],
            SizedApart = [.. units.Select(_ => false)],
            DurationH = Number("max_hours"),
            ExistingMw = Same(0),
            MaxMw = Same(1e4),
            ExistingMwh = Same(0),
            MaxMwh = Same(1e5),
            AnnualCostYuanPerMw = Number("capital_cost_power"),
            AnnualCostYuanPerMwh = Same(0),
            ExistingCostYuanPerMw = Same(0),
            ChargeEfficiency = Number("efficiency_store"),
            DischargeEfficiency = Number("efficiency_dispatch"),
            StandingLossPerH = Number("standing_loss"),
            Cyclic = [.. units.Select(_ => true)],
            InitialLevelPu = Same(0),
            MarginalCostYuanPerMwh = Number("marginal_cost"),
            InflowMw = new double[units.Length * _snapshots],
        };
    }

    Stores Stores() => new()
    {
        Name = [.. _stores.Select(e => e.Name)],
        Bus = [.. _stores.Select(e => e.Bus)],
        ExistingMwh = [.. _stores.Select(e => e.ExistingMwh)],
        MaxMwh = [.. _stores.Select(e => e.MaxMwh)],
        AnnualCostYuanPerMwh = [.. _stores.Select(e => e.Cost)],
        ExistingCostYuanPerMwh = new double[_stores.Count],
        StandingLossPerH = [.. _stores.Select(e => e.Loss)],
        Cyclic = [.. _stores.Select(_ => true)],
        InitialLevelPu = new double[_stores.Count],
    };

    Links Links() => new()
    {
        Name = [.. _links.Select(l => l.Name)],
        Bus0 = [.. _links.Select(l => l.From)],
        Bus1 = [.. _links.Select(l => l.To)],
        ExistingMw = new double[_links.Count],
        MaxMw = [.. _links.Select(l => l.Max)],
        AnnualCostYuanPerMw = [.. _links.Select(l => l.Cost)],
        ExistingCostYuanPerMw = new double[_links.Count],
        Efficiency = [.. _links.Select(l => l.Efficiency)],
        TwoWay = [.. _links.Select(l => l.TwoWay)],
        Renewable = new bool[_links.Count],
        MarginalCostYuanPerMwh = [.. _links.Select(l => l.Marginal)],
    };

    Lines Lines()
    {
        var name = _folder.Texts("lines", "name");
        return new()
        {
            Name = name,
            Bus0 = _folder.Buses("lines", "bus0"),
            Bus1 = _folder.Buses("lines", "bus1"),
            ExistingMw = new double[name.Length],
            MaxMw = _folder.Numbers("lines", "s_nom_max"),
            AnnualCostYuanPerMw = _folder.Numbers("lines", "capital_cost"),
            ExistingCostYuanPerMw = new double[name.Length],
            ReactancePu = Array.ConvertAll(_folder.Numbers("lines", "x"), x => x / (220 * 220)),
        };
    }

    Trades Trades()
    {
        double[] prices = [.. _folder.Numbers("price", "import"), .. _folder.Numbers("price", "export")];
        return new()
        {
            Name = ["import", "export"],
            Bus = [0, 0],
            IsImport = [true, false],
            PriceYuanPerMwh = prices,
            EnergyPriceYuanPerMwh = prices,
            MaxMw = [1e5, _folder.Policy("export_p_nom")],
            DemandChargeYuanPerMw = [_folder.Policy("import_capital_cost"), 0],
            DemandPeriods = [1, 0],
            Co2TPerMwh = [0, 0],
            GreenSharePu = [0, 0],
        };
    }
}

/// <summary>Empty tables of computing.</summary>
static class NoComputing
{
    internal static Clusters Clusters { get; } = new()
    {
        Name = [],
        Bus = [],
        ExistingItMw = [],
        MaxItMw = [],
        HallCostYuanPerMw = [],
        ServerCostYuanPerMw = [],
        ExistingCostYuanPerMw = [],
        Pue = [],
        IdlePu = [],
        GpuHoursPerMwh = [],
    };

    internal static Workloads Workloads { get; } = new()
    {
        Name = [],
        Origin = [],
        Class = [],
        ArrivalGpuH = [],
        DeadlineH = [],
        PenaltyYuanPerGpuH = [],
        WaitingCostYuanPerGpuHourH = [],
        DataGbPerGpuH = [],
        Pairs = [],
    };

    internal static Fibres Fibres { get; } = new()
    {
        Name = [],
        Bus0 = [],
        Bus1 = [],
        ExistingGbitS = [],
        MaxGbitS = [],
        AnnualCostYuanPerGbitS = [],
        ExistingCostYuanPerGbitS = [],
        UtilisationMaxPu = [],
        DelayMs = [],
    };
}
