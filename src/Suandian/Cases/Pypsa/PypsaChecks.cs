using Suandian.Cases.Tables;
using Suandian.Network;
using Suandian.Texts;

namespace Suandian.Cases.Pypsa;

/// <summary>Sense of a PyPSA network: references, limits, and what the plan does not know.</summary>
sealed class PypsaChecks(PypsaNetwork network, Findings findings)
{
    static readonly (string Component, string[] Ports)[] Ends =
    [
        ("generators", ["bus"]), ("loads", ["bus"]), ("storage_units", ["bus"]), ("stores", ["bus"]),
        ("links", ["bus0", "bus1"]), ("lines", ["bus0", "bus1"]), ("transformers", ["bus0", "bus1"]),
    ];

    static readonly (string Component, string Nominal)[] Nominals =
    [
        ("generators", "p_nom"), ("storage_units", "p_nom"), ("links", "p_nom"), ("stores", "e_nom"), ("lines", "s_nom"), ("transformers", "s_nom"),
    ];

    internal void Run()
    {
        foreach (var (component, ports) in Ends)
            References(network.Of(component), component == "links" ? [.. ports, .. PypsaPorts.Of(network.Of("links")).Select(p => $"bus{p}")] : ports);
        foreach (var (component, nominal) in Nominals)
            Capacities(network.Of(component), nominal);
        Types("lines");
        Types("transformers");
        Units(network.Of("generators"));
        Units(network.Of("links"));
        Signs();
        Efficiencies();
        BusLimits();
        if (!network.Snapshots.Periods.IsEmpty)
            Periods();
        var limits = network.Of("global_constraints");
        for (int k = 0; k < limits.Count; k++)
            Limit(limits, k);
        if (!findings.HasErrors)
            Cycles();
    }

    static Spot At(PypsaTable table, int i, string attribute) => new Source(table.File).At(table.Lines[i], attribute);

    void References(PypsaTable table, string[] ports)
    {
        for (int i = 0; i < table.Count; i++)
        {
            foreach (string port in ports)
            {
                string bus = table.Written(port, i);
                if ((bus.Length > 0 || port is "bus" or "bus0" || table.Component != "links") && network.Of("buses").IndexOf(bus) < 0)
                    findings.Add(ProblemCode.PypsaReference, At(table, i, port), bus, ("table", "buses.csv"));
            }
        }
    }

    void Capacities(PypsaTable table, string nominal)
    {
        for (int i = 0; i < table.Count; i++)
        {
            bool extends = table.Flag(nominal + "_extendable", i);
            if (extends && table.Number(nominal + "_min", i) > table.Number(nominal + "_max", i))
                Value(table, i, nominal + "_min", "pypsa.value.range", ("limit", nominal + "_max"));
            if (!extends && table.Number(nominal, i) < 0)
                Value(table, i, nominal, "pypsa.value.negative");
            if (extends && !double.IsNaN(table.Number("overnight_cost", i)))
                Annuity(table, i);
        }
    }

    /// <summary>An overnight cost needs a rate and a lifetime, and periods of one length, as PyPSA asks.</summary>
    void Annuity(PypsaTable table, int i)
    {
        double rate = table.Number("discount_rate", i);
        if (double.IsNaN(rate) || rate <= -1)
            Value(table, i, "discount_rate", "pypsa.value.rate");
        if (table.Number("lifetime", i) <= 0)
            Value(table, i, "lifetime", "pypsa.value.lifetime");
        if (!network.Snapshots.HasEvenPeriods)
            findings.Add(ProblemCode.PypsaRefused, At(table, i, "overnight_cost"), "overnight_cost, investment_periods");
    }

    /// <summary>Columns that limit what is built at a bus and name no carrier: PyPSA leaves them out, and so do we.</summary>
    void BusLimits()
    {
        var buses = network.Of("buses");
        foreach (string column in buses.Said.Where(name => PypsaBusLimit.IsOne(name) && PypsaBusLimit.Of(network, name) is null))
        {
            findings.Add(ProblemCode.PypsaAttributeUnknown, new Source(buses.File).At(1, column), column,
                ("hint", Suggestion.DidYouMean(column, network.Of("carriers").Names.Select(carrier => column[..8] + carrier))));
        }
    }

    void Types(string component)
    {
        var table = network.Of(component);
        for (int i = 0; i < table.Count; i++)
        {
            string type = table.Written("type", i);
            if (type.Length > 0 && !PypsaImpedance.Knows(network, component, type))
                findings.Add(ProblemCode.PypsaReference, At(table, i, "type"), type, ("table", component == "lines" ? "line_types.csv" : "transformer_types.csv"));
        }
    }

    /// <summary>Committable units whose rows in PyPSA are those of its documentation, and steps that its versions see differently.</summary>
    void Units(PypsaTable table)
    {
        for (int i = 0; i < table.Count; i++)
        {
            if (!table.Flag("committable", i))
                continue;
            if (Refusal(table, i) is { } refused)
                findings.Add(ProblemCode.PypsaRefused, At(table, i, refused.Column), refused.What);
            VersionsOfRamps(table, i);
            if (table.Flag("p_nom_extendable", i) && table.Number("p_nom_mod", i) <= 0 && table.Number("p_min_pu", i) < 0)
                findings.Add(ProblemCode.PypsaVersions, At(table, i, "p_min_pu"), table.Names[i], ("why", Phrases.Of("pypsa.versions.off_below")));
        }
    }

    /// <summary>Ramps that versions of PyPSA read differently.</summary>
    void VersionsOfRamps(PypsaTable table, int i)
    {
        bool starts = table.Number("ramp_limit_start_up", i) < 1, stops = table.Number("ramp_limit_shut_down", i) < 1;
        (string Limit, bool Counts)[] limits =
            [("ramp_limit_up", table.IsSet("ramp_limit_up", i)), ("ramp_limit_down", table.IsSet("ramp_limit_down", i)), ("ramp_limit_start_up", starts), ("ramp_limit_shut_down", stops)];
        if (table.Number("up_time_before", i) <= 0 && limits.FirstOrDefault(l => l.Counts).Limit is { } limit)
            findings.Add(ProblemCode.PypsaVersions, At(table, i, limit), table.Names[i], ("why", Phrases.Of("pypsa.versions.first_step")));
        if (starts && !table.IsSet("ramp_limit_up", i))
            findings.Add(ProblemCode.PypsaVersions, At(table, i, "ramp_limit_start_up"), table.Names[i], ("why", Phrases.Of("pypsa.versions.start_alone")));
        else if (stops && !table.IsSet("ramp_limit_down", i))
            findings.Add(ProblemCode.PypsaVersions, At(table, i, "ramp_limit_shut_down"), table.Names[i], ("why", Phrases.Of("pypsa.versions.start_alone")));
    }

    static (string Column, string What)? Refusal(PypsaTable table, int i)
    {
        bool turned = table.Component == "generators" && table.Number("sign", i) < 0;
        bool extends = table.Flag("p_nom_extendable", i), modular = table.Number("p_nom_mod", i) > 0;
        bool ramps = table.IsSet("ramp_limit_up", i) || table.IsSet("ramp_limit_down", i);
        if (turned && (extends || ramps))
            return ("committable", extends ? "committable, p_nom_extendable, sign < 0" : "committable, ramp_limit, sign < 0");
        if (modular && !extends)
            return ("p_nom_mod", "committable, p_nom_mod, not p_nom_extendable");
        if (modular && table.Number("min_down_time", i) > 0)
            return ("min_down_time", "committable, p_nom_mod, min_down_time");
        bool endless = double.IsInfinity(table.Number("p_nom_max", i));
        bool below = table.HasSeries("p_min_pu", i) ? table.SeriesOf("p_min_pu", i)!.Min() < 0 : table.Number("p_min_pu", i) < 0;
        return extends && !modular && below && (table.HasSeries("p_min_pu", i) || table.HasSeries("p_max_pu", i) || endless)
            ? ("p_min_pu", "committable, p_nom_extendable, p_min_pu < 0") : null;
    }

    void Signs()
    {
        var table = network.Of("generators");
        for (int i = 0; i < table.Count; i++)
        {
            if (Math.Abs(table.Number("sign", i)) != 1)
                findings.Add(ProblemCode.PypsaRefused, At(table, i, "sign"), Cell.Plain(table.Number("sign", i)));
        }
    }

    /// <summary>What is divided by is above 0, what is raised to a power is not below it.</summary>
    void Efficiencies()
    {
        InAll("storage_units", "efficiency_dispatch", value => value > 0, "pypsa.value.efficiency");
        InAll("generators", "efficiency", value => value > 0, "pypsa.value.efficiency");
        InAll("storage_units", "standing_loss", value => value <= 1, "pypsa.value.loss");
        InAll("stores", "standing_loss", value => value <= 1, "pypsa.value.loss");
    }

    void InAll(string component, string attribute, Func<double, bool> isGood, string wanted)
    {
        var table = network.Of(component);
        for (int i = 0; i < table.Count; i++)
        {
            int row = i;
            if (!Enumerable.Range(0, table.HasSeries(attribute, i) ? network.SnapshotCount : 1).All(t => isGood(table.At(attribute, row, t))))
                Value(table, i, attribute, wanted);
        }
    }

    /// <summary>Every branch in a cycle needs an impedance.</summary>
    void Cycles()
    {
        var lines = PypsaBuilder.Build(network).Lines;
        var (ac, transformers) = (new PypsaRows(network, "lines"), new PypsaRows(network, "transformers"));
        foreach (int l in CycleBasis.Of(network.Of("buses").Count, lines.Bus0, lines.Bus1).SelectMany(cycle => cycle.Edges).Distinct().Order())
        {
            var (rows, k) = l < ac.Count ? (ac, l) : (transformers, l - ac.Count);
            if (lines.ReactancePu[l] == 0 || !double.IsFinite(lines.ReactancePu[l]))
                Value(rows.Table, rows.Indices[k], "x", "pypsa.value.impedance");
            if (!network.Snapshots.Periods.IsEmpty && network.Snapshots.Periods.Any(p => !rows.StandsIn(rows.Indices[k], p.Period)))
                findings.Add(ProblemCode.PypsaRefused, At(rows.Table, rows.Indices[k], "build_year"), "build_year, lifetime (Kirchhoff)");
        }
    }

    /// <summary>With investment periods versions of PyPSA differ on stores that are not cyclic in each period.</summary>
    void Periods()
    {
        foreach (var (component, cyclic) in ((string, string)[])[("storage_units", "cyclic_state_of_charge"), ("stores", "e_cyclic")])
        {
            var table = network.Of(component);
            for (int i = 0; i < table.Count; i++)
            {
                bool isSaid = component == "storage_units" || table.Says(cyclic + "_per_period"); // its default differs between versions
                if (!table.Flag(cyclic, i) || !table.Flag(cyclic + "_per_period", i) || !isSaid)
                    findings.Add(ProblemCode.PypsaRefused, At(table, i, cyclic), $"{cyclic}, {cyclic}_per_period");
            }
        }
    }

    void Limit(PypsaTable table, int k)
    {
        string type = table.Text("type", k);
        double period = table.Number("investment_period", k);
        if (PypsaLimits.KindOf(type) is not { } kind)
            findings.Add(ProblemCode.PypsaRefused, At(table, k, "type"), type);
        else if (kind == GlobalLimitKind.TechCapacityExpansionLimit && double.IsNaN(period))
            findings.Add(ProblemCode.PypsaVersions, At(table, k, "investment_period"), null, ("why", Phrases.Of("pypsa.versions.technology")));
        else if (kind == GlobalLimitKind.PrimaryEnergy && table.Text("carrier_attribute", k) is not "co2_emissions" and var attribute
            && !network.Of("carriers").Says(attribute))
            findings.Add(ProblemCode.PypsaReference, At(table, k, "carrier_attribute"), table.Text("carrier_attribute", k), ("table", "carriers.csv"));
        if (!double.IsNaN(period) && network.Snapshots.Periods.All(p => p.Period != period))
            findings.Add(ProblemCode.PypsaReference, At(table, k, "investment_period"), Cell.Plain(period), ("table", "investment_periods.csv"));
        if (PypsaLimits.KindOf(type) is GlobalLimitKind.PrimaryEnergy or GlobalLimitKind.OperationalLimit)
            StoreCarriers();
        if (table.Text("sense", k) is not ("<=" or ">=" or "==" or "="))
            findings.Add(ProblemCode.PypsaCell, At(table, k, "sense"), table.Text("sense", k), ("wanted", Phrases.Of("pypsa.sense")));
    }

    /// <summary>Old versions take the carrier of the bus for a store, new ones its own.</summary>
    void StoreCarriers()
    {
        var (stores, buses) = (network.Of("stores"), network.Of("buses"));
        for (int i = 0; i < stores.Count; i++)
        {
            string own = stores.Text("carrier", i);
            int bus = buses.IndexOf(stores.Text("bus", i));
            if (!stores.Flag("e_cyclic", i) && own.Length > 0 && bus >= 0 && own != buses.Text("carrier", bus))
                findings.Add(ProblemCode.PypsaVersions, At(stores, i, "carrier"), own, ("why", Phrases.Of("pypsa.versions.store")));
        }
    }

    void Value(PypsaTable table, int i, string attribute, string wanted, params ReadOnlySpan<(string Name, object? Value)> places) =>
        findings.Add(ProblemCode.PypsaValue, At(table, i, attribute), Cell.Plain(table.Number(attribute, i)), ("wanted", Phrases.Of(wanted, places)));
}
