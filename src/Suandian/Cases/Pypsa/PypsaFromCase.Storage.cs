namespace Suandian.Cases.Pypsa;

sealed partial class PypsaFromCase
{
    /// <summary>Units sized together; those sized apart become a bus of their own with a store and two links.</summary>
    void StorageUnits()
    {
        var s = _network.StorageUnits;
        for (int i = 0; i < s.Count; i++)
        {
            if (s.SizedApart[i])
            {
                Apart(i);
                continue;
            }

            bool grows = s.MaxMw[i] > s.ExistingMw[i];
            double initial = s.Cyclic[i] ? 0 : (1 - s.StandingLossPerH[i]) * s.InitialLevelPu[i] * s.DurationH[i] * s.ExistingMw[i];
            if (grows && !s.Cyclic[i] && s.InitialLevelPu[i] > 0)
                Tell("storage_units.csv", "initial_level_pu", "pypsa.not.initial", s.Name[i]);
            _sheets.Add("storage_units", s.Name[i], [("bus", Bus(s.Bus[i])), ("carrier", _data.StorageUnits[i].Carrier),
                .. Capacity("p_nom", s.ExistingMw[i], s.MaxMw[i], s.AnnualCostYuanPerMw[i]),
                ("max_hours", s.DurationH[i]), ("efficiency_store", s.ChargeEfficiency[i]), ("efficiency_dispatch", s.DischargeEfficiency[i]),
                ("standing_loss", s.StandingLossPerH[i]), ("cyclic_state_of_charge", s.Cyclic[i]), ("state_of_charge_initial", initial),
                ("marginal_cost", s.MarginalCostYuanPerMwh[i])]);
            _sheets.Hours("storage_units", "inflow", s.Name[i], s.InflowMw.AsSpan(i * T, T));
        }
    }

    void Apart(int i)
    {
        var s = _network.StorageUnits;
        var (name, inside, carrier) = (s.Name[i], s.Name[i] + "_inside", _data.StorageUnits[i].Carrier);
        if (s.MaxMw[i] > s.ExistingMw[i])
            Tell("storage_units.csv", "sizing", "pypsa.not.apart", name);
        if (s.InflowMw.AsSpan(i * T, T).ContainsAnyExcept(0))
            Tell("storage_units.csv", "inflow_series", "pypsa.not.inflow", name);
        if (!s.Cyclic[i] && s.InitialLevelPu[i] > 0 && s.MaxMwh[i] > s.ExistingMwh[i])
            Tell("storage_units.csv", "initial_level_pu", "pypsa.not.initial", name);
        double initial = s.Cyclic[i] ? 0 : (1 - s.StandingLossPerH[i]) * s.InitialLevelPu[i] * s.ExistingMwh[i];
        _sheets.Add("buses", inside, ("carrier", carrier));
        _sheets.Add("stores", name, [("bus", inside), ("carrier", carrier), .. Capacity("e_nom", s.ExistingMwh[i], s.MaxMwh[i], s.AnnualCostYuanPerMwh[i]),
            ("standing_loss", s.StandingLossPerH[i]), ("e_cyclic", s.Cyclic[i]), ("e_initial", initial)]);
        double outward = s.DischargeEfficiency[i];
        _sheets.Add("links", name + "_in", [("bus0", Bus(s.Bus[i])), ("bus1", inside), ("carrier", carrier), ("efficiency", s.ChargeEfficiency[i]),
            .. Capacity("p_nom", s.ExistingMw[i], s.MaxMw[i], s.AnnualCostYuanPerMw[i] / 2)]);
        _sheets.Add("links", name + "_out", [("bus0", inside), ("bus1", Bus(s.Bus[i])), ("carrier", carrier), ("efficiency", outward),
            ("marginal_cost", s.MarginalCostYuanPerMwh[i] * outward),
            .. Capacity("p_nom", s.ExistingMw[i] / outward, s.MaxMw[i] / outward, s.AnnualCostYuanPerMw[i] / 2 * outward)]);
    }

    void Stores()
    {
        var e = _network.Stores;
        for (int i = 0; i < e.Count; i++)
        {
            if (!e.Cyclic[i] && e.InitialLevelPu[i] > 0 && e.MaxMwh[i] > e.ExistingMwh[i])
                Tell("stores.csv", "initial_level_pu", "pypsa.not.initial", e.Name[i]);
            double initial = e.Cyclic[i] ? 0 : (1 - e.StandingLossPerH[i]) * e.InitialLevelPu[i] * e.ExistingMwh[i];
            _sheets.Add("stores", e.Name[i], [("bus", Bus(e.Bus[i])), ("carrier", _data.Stores[i].Carrier),
                .. Capacity("e_nom", e.ExistingMwh[i], e.MaxMwh[i], e.AnnualCostYuanPerMwh[i]),
                ("standing_loss", e.StandingLossPerH[i]), ("e_cyclic", e.Cyclic[i]), ("e_initial", initial)]);
        }
    }

    /// <summary>A two-way link without loss is one with a negative least flow; with loss it is two.</summary>
    void Links()
    {
        var l = _network.Links;
        for (int i = 0; i < l.Count; i++)
        {
            bool isOne = !l.TwoWay[i] || (l.Efficiency[i] == 1 && l.MarginalCostYuanPerMwh[i] == 0);
            if (!isOne && l.MaxMw[i] > l.ExistingMw[i])
                Tell("links.csv", "two_way", "pypsa.not.two_way", l.Name[i]);
            (string, object)[] common = [("carrier", _data.Links[i].Carrier), ("efficiency", l.Efficiency[i]), ("marginal_cost", l.MarginalCostYuanPerMwh[i]),
                ("length", _data.Links[i].LengthKm ?? 0), .. Capacity("p_nom", l.ExistingMw[i], l.MaxMw[i], l.AnnualCostYuanPerMw[i] / (isOne ? 1 : 2))];
            _sheets.Add("links", l.Name[i], [("bus0", Bus(l.Bus0[i])), ("bus1", Bus(l.Bus1[i])), ("p_min_pu", l.TwoWay[i] && isOne ? -1.0 : 0.0), .. common]);
            if (!isOne)
                _sheets.Add("links", l.Name[i] + "_back", [("bus0", Bus(l.Bus1[i])), ("bus1", Bus(l.Bus0[i])), .. common]);
        }
    }

    /// <summary>Lines under Kirchhoff's law; where any flow is free they are links without loss.</summary>
    void Lines()
    {
        var l = _network.Lines;
        for (int i = 0; i < l.Count; i++)
        {
            (string, object)[] ends = [("bus0", Bus(l.Bus0[i])), ("bus1", Bus(l.Bus1[i])), ("length", _data.Lines[i].LengthKm), ("carrier", "AC")];
            if (_data.Settings.LineModel == Network.LineModel.Kirchhoff)
            {
                double kv = _network.Buses[l.Bus0[i]].VoltageKv ?? 1;
                _sheets.Add("lines", l.Name[i], [.. ends, ("x", double.IsNaN(l.ReactancePu[i]) ? 0 : l.ReactancePu[i] * kv * kv),
                    .. Capacity("s_nom", l.ExistingMw[i], l.MaxMw[i], l.AnnualCostYuanPerMw[i])]);
            }
            else
            {
                _sheets.Add("links", l.Name[i], [.. ends, ("p_min_pu", -1.0), .. Capacity("p_nom", l.ExistingMw[i], l.MaxMw[i], l.AnnualCostYuanPerMw[i])]);
            }
        }
    }
}
