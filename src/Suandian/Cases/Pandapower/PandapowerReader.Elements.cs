using System.Numerics;
using Suandian.PowerFlow;

namespace Suandian.Cases.Pandapower;

/// <content>Lines, transformers, loads and sources.</content>
/// <remarks>Source: documentation of pandapower, electric models of the elements; transformers as T circuits, its default.</remarks>
sealed partial class PandapowerReader
{
    /// <summary>r + jx in ohm over vn²/S of the from bus; charging by capacitance; conductance as shunts of both ends.</summary>
    void Lines()
    {
        var lines = this["line"];
        for (var row = 0; row < lines.Count; row++)
        {
            var (from, to, isIn) = Ends(lines, row, ("from_bus", "to_bus"), "l");
            double kv = _draft.Kv(from), baseOhm = kv * kv / _baseMva, km = lines.Positive(row, "length_km"), parallel = lines.Positive(row, "parallel", 1);
            double r = lines.Number(row, "r_ohm_per_km") * km / parallel / baseOhm, x = lines.Number(row, "x_ohm_per_km") * km / parallel / baseOhm;
            var charging = 2 * Math.PI * _frequencyHz * lines.Number(row, "c_nf_per_km", 0) * 1e-9 * km * parallel * baseOhm;
            var conductance = lines.Number(row, "g_us_per_km", 0) * 1e-6 * km * parallel * baseOhm;
            if (isIn && r == 0 && x == 0)
            {
                findings.Add(ProblemCode.GridNoImpedance, lines.At(row, null), "0");
            }

            if (isIn && conductance != 0)
            {
                _draft.Conductance(from, conductance / 2, _baseMva);
                _draft.Conductance(to, conductance / 2, _baseMva);
            }

            _draft.Branch((from, to, isIn), [r, x, charging, Math.Sqrt(3) * kv * lines.Number(row, "max_i_ka", 0) * lines.Number(row, "df", 1) * parallel, 0, 0], parallel);
        }
    }

    /// <summary>
    /// Short-circuit impedance and no-load admittance on the low side, the ideal ratio at the high side.
    /// z = vk/100 · (vn/vbus)² S/sn, r by vkr; y = (pfe − j √((i0/100 · sn)² − pfe²)) / S · (vbus/vn)².
    /// </summary>
    void Transformers()
    {
        var trafos = this["trafo"];
        for (var row = 0; row < trafos.Count; row++)
        {
            var (high, low, isIn) = Ends(trafos, row, ("hv_bus", "lv_bus"), "t");
            var (highKv, lowKv) = Tapped(trafos, row);
            double sn = trafos.Positive(row, "sn_mva"), parallel = trafos.Positive(row, "parallel", 1), busKv = _draft.Kv(low), scale = lowKv / busKv * (lowKv / busKv);
            double z = trafos.Number(row, "vk_percent") / 100, r = trafos.Number(row, "vkr_percent") / 100, perUnit = scale * _baseMva / sn / parallel;
            if (z == 0 || Math.Abs(r) > Math.Abs(z))
            {
                findings.Add(ProblemCode.GridLimits, trafos.At(row, "vkr_percent"), trafos.Text(row, "vkr_percent"), ("most", trafos.Text(row, "vk_percent")));
                continue;
            }

            double iron = trafos.Number(row, "pfe_kw", 0) / 1000, noLoad = trafos.Number(row, "i0_percent", 0) / 100 * sn;
            var middle = new Complex(iron, -Math.Sqrt(Math.Max(0, noLoad * noLoad - iron * iron))) / _baseMva / scale * parallel;
            var (series, end) = StarDelta.OfT(new Complex(r, Math.Sign(z) * Math.Sqrt(z * z - r * r)) * perUnit, middle);
            var ratio = highKv / lowKv * busKv / _draft.Kv(high);
            if (isIn)
            {
                _draft.Conductance(high, end.Real / (ratio * ratio), _baseMva);
                _draft.Conductance(low, end.Real, _baseMva);
            }

            _draft.Branch((high, low, isIn), [series.Real, series.Imaginary, 2 * end.Imaginary, sn * trafos.Number(row, "df", 1) * parallel, ratio, trafos.Number(row, "shift_degree", 0)], parallel);
        }
    }

    /// <summary>Voltages of both sides with the tap where it stands.</summary>
    (double High, double Low) Tapped(PandapowerTable trafos, int row)
    {
        double high = trafos.Positive(row, "vn_hv_kv"), low = trafos.Positive(row, "vn_lv_kv");
        var steps = trafos.Number(row, "tap_pos", 0) - trafos.Number(row, "tap_neutral", 0);
        var isPlain = !trafos.Flag(row, "tap_phase_shifter", missing: false) && trafos.Number(row, "tap_step_degree", 0) == 0
            && trafos.Word(row, "tap_changer_type") is "" or "Ratio";
        if (steps != 0 && !isPlain)
        {
            findings.Add(ProblemCode.GridNotCarried, trafos.At(row, "tap_step_degree"), trafos.Text(row, "tap_step_degree"));
        }

        var factor = 1 + steps * trafos.Number(row, "tap_step_percent", 0) / 100;
        return trafos.Word(row, "tap_side") switch
        {
            "hv" => (high * factor, low),
            "lv" => (high, low * factor),
            _ => (high, low),
        };
    }

    /// <summary>Buses at both ends and whether it is in service; an end behind an open switch gets a bus of its own, as the other still feeds it.</summary>
    (int From, int To, bool IsIn) Ends(PandapowerTable table, int row, (string From, string To) columns, string et)
    {
        var (from, to, isIn) = (Bus(table, row, columns.From), Bus(table, row, columns.To), IsIn(table, row));
        var (isFromOpen, isToOpen) = (IsOpen(table, row, columns.From, et), IsOpen(table, row, columns.To, et));
        if (from == to)
        {
            findings.Add(ProblemCode.GridSameEnds, table.At(row, columns.To), table.Text(row, columns.To));
        }

        if (!isIn || (isFromOpen && isToOpen))
        {
            return (from, to, false);
        }

        return (isFromOpen ? Open(from) : from, isToOpen ? Open(to) : to, true);
    }

    int Open(int bus) => _draft.Bus(_openEnds++, _draft.Kind(bus) != GridBusKind.Isolated, _draft.Kv(bus), (0, double.PositiveInfinity));

    bool IsOpen(PandapowerTable table, int row, string column, string et) => _open.Contains((et, table.Index(row), table.Number(row, column)));

    /// <summary>Notes the open switches of lines and transformers; those of other elements are refused.</summary>
    void OpenSwitches()
    {
        var switches = this["switch"];
        for (var s = 0; s < switches.Count; s++)
        {
            var et = switches.Word(s, "et");
            if (et is not ("b" or "l" or "t"))
            {
                findings.Add(ProblemCode.GridNotCarried, switches.At(s, "et"), switches.Text(s, "et"));
            }
            else if (et != "b" && !switches.Flag(s, "closed", missing: true))
            {
                _open.Add((et, (int)switches.Number(s, "element"), switches.Number(s, "bus")));
            }
        }
    }

    void Powers()
    {
        foreach (var (name, sign) in ((string, int)[])[("load", 1), ("storage", 1), ("sgen", -1)])
        {
            var table = this[name];
            for (var row = 0; row < table.Count; row++)
            {
                var (bus, scaling) = (Bus(table, row, "bus"), sign * table.Number(row, "scaling", 1));
                foreach (var column in (string[])["const_z_percent", "const_i_percent", "const_z_p_percent", "const_i_p_percent", "const_z_q_percent", "const_i_q_percent"])
                {
                    if (table.Number(row, column, 0) != 0)
                    {
                        findings.Add(ProblemCode.GridNotCarried, table.At(row, column), table.Text(row, column));
                    }
                }

                if (IsIn(table, row))
                {
                    _draft.Load(bus, scaling * table.Number(row, "p_mw"), scaling * table.Number(row, "q_mvar", 0));
                }
            }
        }

        var shunts = this["shunt"];
        for (var row = 0; row < shunts.Count; row++)
        {
            var bus = Bus(shunts, row, "bus");
            var scale = _draft.Kv(bus) / shunts.Positive(row, "vn_kv", _draft.Kv(bus));
            if (IsIn(shunts, row))
            {
                var steps = shunts.Number(row, "step", 1) * scale * scale;
                _draft.Shunt(bus, steps * shunts.Number(row, "p_mw", 0), -steps * shunts.Number(row, "q_mvar", 0));
            }
        }
    }

    void Sources()
    {
        var (grids, machines) = (this["ext_grid"], this["gen"]);
        for (var row = 0; row < grids.Count; row++)
        {
            _draft.Generator(Bus(grids, row, "bus"), IsIn(grids, row), GridBusKind.Slack, Values(grids, row, 0), grids.Number(row, "va_degree", 0));
        }

        for (var row = 0; row < machines.Count; row++)
        {
            _draft.Generator(Bus(machines, row, "bus"), IsIn(machines, row), machines.Flag(row, "slack", missing: false) ? GridBusKind.Slack : GridBusKind.Pv,
                Values(machines, row, machines.Number(row, "p_mw") * machines.Number(row, "scaling", 1)));
        }
    }

    static double[] Values(PandapowerTable table, int row, double mw)
    {
        double Limit(string column, double missing) => table.Text(row, column) is null ? missing : table.Number(row, column);
        return
        [
            mw, 0, Limit("max_q_mvar", double.PositiveInfinity), Limit("min_q_mvar", double.NegativeInfinity), table.Positive(row, "vm_pu"), table.Number(row, "sn_mva", 0),
            Limit("max_p_mw", double.PositiveInfinity), Limit("min_p_mw", double.NegativeInfinity),
        ];
    }
}
