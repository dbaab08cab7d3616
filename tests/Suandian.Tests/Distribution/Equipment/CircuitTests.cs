using System.Text.Json;
using Suandian.Cases;
using Suandian.PowerFlow;

namespace Suandian.Distribution.Equipment;

public class CircuitTests
{
    static readonly LineType Line = new()
    {
        Name = "L", Kind = LineKind.Overhead, VoltageKv = 110, ResistanceOhmPerKm = 0.121, ReactanceOhmPerKm = 0.4, SusceptanceUsPerKm = 2.8, AmpacityA = 600,
    };

    static readonly TransformerType Transformer = new()
    {
        Name = "T", RatedMva = 40, HighKv = 110, LowKv = 10.5, ShortCircuitVoltagePu = 0.105, LoadLossMw = 0.149, NoLoadLossMw = 0.032,
        NoLoadCurrentPu = 0.004, TapStepPu = 0.0125, TapSteps = 8, ShiftDeg = -30,
    };

    [Fact]
    public void Two_circuits_of_ten_kilometres_by_hand()
    {
        var circuit = Line.Circuit(110, 100, 10, 2);

        // base 110² / 100 = 121 ohm: r = 0.121 · 10 / 2 / 121 = 0.005, x = 0.4 · 10 / 2 / 121 = 2/121, b = 2.8e-6 · 10 · 2 · 121, rating √3 · 110 kV · 0.6 kA · 2
        Assert.Equal(0.005, circuit.ResistancePu, 1e-15);
        Assert.Equal(2 / 121.0, circuit.ReactancePu, 1e-15);
        Assert.Equal(0.006776, circuit.ChargingPu, 1e-15);
        Assert.Equal(228.630707, circuit.RatingMva, 1e-6);
        Assert.Equal(0, circuit.Ratio);
    }

    [Fact]
    public void A_transformer_without_no_load_current_by_hand()
    {
        var circuit = (Transformer with { NoLoadLossMw = 0, NoLoadCurrentPu = 0 }).Circuit((110, 10), 100, 2, 1);

        // (10.5/10)² · 100/40 = 2.75625: z = 0.105 · 2.75625, r = 0.149/40 · 2.75625; ratio = 110 · 1.025 / 10.5 · 10 / 110
        double z = 0.105 * 2.75625, r = 0.003725 * 2.75625;
        Assert.Equal(r, circuit.ResistancePu, 1e-12);
        Assert.Equal(Math.Sqrt((z * z) - (r * r)), circuit.ReactancePu, 1e-12);
        Assert.Equal((0, 0), (circuit.ChargingPu, circuit.EndConductancePu));
        Assert.Equal(1.025 / 1.05, circuit.Ratio, 1e-12);
        Assert.Equal((40, -30), (circuit.RatingMva, circuit.ShiftDeg));
    }

    [Fact]
    public void Lines_and_transformers_are_those_of_pandapower()
    {
        static object Table(string columns, params double[][] rows) =>
            new Dictionary<string, object> { ["_object"] = new Dictionary<string, object> { ["columns"] = columns.Split(','), ["index"] = Enumerable.Range(0, rows.Length), ["data"] = rows } };
        double farad = 2.8e-6 / (2 * Math.PI * 50) * 1e9;
        var net = new Dictionary<string, object>
        {
            ["sn_mva"] = 100.0, ["f_hz"] = 50.0, ["name"] = "pair", ["bus"] = Table("vn_kv", [110], [110], [10]), ["ext_grid"] = Table("bus,vm_pu", [0, 1]),
            ["line"] = Table("from_bus,to_bus,length_km,r_ohm_per_km,x_ohm_per_km,c_nf_per_km,max_i_ka,parallel", [0, 1, 10, 0.121, 0.4, farad, 0.6, 2]),
            ["trafo"] = Table("hv_bus,lv_bus,sn_mva,vn_hv_kv,vn_lv_kv,vk_percent,vkr_percent,pfe_kw,i0_percent,shift_degree,parallel",
                [1, 2, 40, 110, 10.5, 10.5, 0.3725, 32, 0.4, -30, 2]),
        };
        var grid = PandapowerCase.Parse(JsonSerializer.Serialize(new Dictionary<string, object> { ["_object"] = net }), "net.json").Grid!;
        var (line, transformer) = (Line.Circuit(110, 100, 10, 2), Transformer.Circuit((110, 10), 100, 0, 2));

        Same(grid, 0, line);
        Same(grid, 1, transformer);
        // iron losses stand as shunts of both ends
        Assert.Equal(100 * transformer.EndConductancePu / (transformer.Ratio * transformer.Ratio), grid.Buses.ShuntMw[1], 1e-12);
        Assert.Equal(100 * transformer.EndConductancePu, grid.Buses.ShuntMw[2], 1e-12);
    }

    static void Same(PowerGrid grid, int k, BranchCircuit circuit)
    {
        var b = grid.Branches;
        Assert.Equal(b.ResistancePu[k], circuit.ResistancePu, 1e-12);
        Assert.Equal(b.ReactancePu[k], circuit.ReactancePu, 1e-12);
        Assert.Equal(b.ChargingPu[k], circuit.ChargingPu, 1e-12);
        Assert.Equal(b.RatingMva[k], circuit.RatingMva, 1e-9);
        Assert.Equal(b.Tap(k), circuit.Ratio == 0 ? 1 : circuit.Ratio, 1e-12);
        Assert.Equal(b.ShiftDeg[k], circuit.ShiftDeg, 1e-12);
    }
}
