using System.Text.Json;
using Suandian.PowerFlow;

namespace Suandian.Cases.Pandapower;

public class PandapowerCaseTests
{
    const string Bus = "name,vn_kv,in_service";
    const string Line = "from_bus,to_bus,length_km,r_ohm_per_km,x_ohm_per_km,c_nf_per_km,g_us_per_km,max_i_ka,parallel,in_service";
    const string Trafo = "hv_bus,lv_bus,sn_mva,vn_hv_kv,vn_lv_kv,vk_percent,vkr_percent,pfe_kw,i0_percent,shift_degree,tap_side,tap_neutral,tap_pos,tap_step_percent,parallel,in_service";
    const string Load = "bus,p_mw,q_mvar,const_z_percent,scaling,in_service";
    const string Source = "bus,vm_pu,va_degree,in_service";

    [Fact]
    public void The_four_buses_of_Grainger_and_Stevenson_have_the_voltages_of_the_book()
    {
        // J. J. Grainger and W. D. Stevenson, Power System Analysis, 1994, example 9.2: pu on 100 MVA and 230 kV, 60 Hz
        double ohm = 529, farad = 1e9 / (2 * Math.PI * 60 * ohm);
        object[] Row(int from, int to, double r, double x, double b) => [from, to, 1, r * ohm, x * ohm, b * farad, 0, 0.6, 1, true];
        var grid = Grid(Net(100, 60,
            ("bus", Bus, [[null, 230, true], [null, 230, true], [null, 230, true], [null, 230, true]]),
            ("line", Line, [Row(0, 1, 0.01008, 0.0504, 0.1025), Row(0, 2, 0.00744, 0.0372, 0.0775), Row(1, 3, 0.00744, 0.0372, 0.0775), Row(2, 3, 0.01272, 0.0636, 0.1275)]),
            ("load", Load, [[0, 50, 30.99, 0, 1, true], [1, 170, 105.35, 0, 1, true], [2, 200, 123.94, 0, 1, true], [3, 80, 49.58, 0, 1, true]]),
            ("ext_grid", Source, [[0, 1.0, 0.0, true]]),
            ("gen", "bus,p_mw,vm_pu,in_service", [[3, 318, 1.02, true]])));

        var flow = AcFlow.Solve(grid);

        Assert.Equal([1, 0.98242, 0.96900, 1.02], flow.VoltagePu.Select(v => Math.Round(v, 5)));
        Assert.Equal([0, -0.976, -1.872, 1.523], flow.AngleDeg.Select(a => Math.Round(a, 3)));
        Assert.Equal([186.81, 318], flow.GeneratorMw.Select(p => Math.Round(p, 2)));
        Assert.Equal([114.50, 181.43], flow.GeneratorMvar.Select(q => Math.Round(q, 2)));
    }

    [Fact]
    public void An_idle_transformer_takes_its_iron_losses_and_turns_the_ratio_with_the_tap()
    {
        var grid = Grid(Net(1, 50,
            ("bus", Bus, [[null, 110, true], [null, 20, true]]),
            ("trafo", Trafo, [[0, 1, 25, 110, 20, 12, 0.41, 14, 0.07, 150, "hv", 0, 2, 1.5, 1, true]]),
            ("ext_grid", Source, [[0, 1.0, 0.0, true]])));

        var flow = AcFlow.Solve(grid);

        // T circuit: half of z, then y = (0.014 − j √((0.0007 · 25)² − 0.014²)) MW; 110 kV on 110 · 1.03 kV
        System.Numerics.Complex half = new System.Numerics.Complex(0.0041, Math.Sqrt(0.12 * 0.12 - 0.0041 * 0.0041)) / 25 / 2, y = new(0.014, -Math.Sqrt(0.0175 * 0.0175 - 0.014 * 0.014));
        var (v, input) = (1 / 1.03 / (1 + half * y), y / (1 + half * y) / (1.03 * 1.03));
        Assert.Equal(v.Magnitude, flow.VoltagePu[1], 1e-9);
        Assert.Equal(v.Phase * 180 / Math.PI - 150, flow.AngleDeg[1], 1e-7);
        Assert.Equal(input.Real, flow.GeneratorMw[0], 1e-9);
        Assert.Equal(-input.Imaginary, flow.GeneratorMvar[0], 1e-9);
    }

    [Fact]
    public void Parallel_lines_are_one_branch_that_can_be_taken_apart_without_changing_the_flow()
    {
        var grid = Grid(Net(1, 50,
            ("bus", Bus, [[null, 10, true], [null, 10, true]]),
            ("line", Line, [[0, 1, 2, 0.4, 0.3, 10, 0, 0.2, 2, true]]),
            ("load", Load, [[1, 0.5, 0.2, 0, 1, true]]),
            ("ext_grid", Source, [[0, 1.0, 0.0, true]])));

        var each = grid with { Branches = grid.Branches.EachCircuit() };

        Assert.Equal((2, 2), (Assert.Single(grid.Branches.Circuits), each.Branches.Count));
        Assert.Equal(2 * 0.4 / 100, each.Branches.ResistancePu[1], 1e-12); // 2 km of 0.4 ohm/km on 10 kV and 1 MVA
        Assert.Equal(grid.Branches.RatingMva[0] / 2, each.Branches.RatingMva[0], 1e-12);
        Assert.Equal(AcFlow.Solve(grid).TotalLossMw, AcFlow.Solve(each).TotalLossMw, 1e-12);
    }

    [Fact]
    public void Switches_join_buses_cut_lines_and_leave_open_ends()
    {
        var grid = Grid(Net(1, 50,
            ("bus", Bus, [[null, 10, true], [null, 10, true], [null, 10, true], [null, 10, true]]),
            ("line", Line, [[1, 2, 2, 0.4, 0.3, 0, 0, 0.2, 2, true], [2, 3, 1, 0.4, 0.3, 0, 0, 0.2, 1, true], [0, 2, 1, 0.4, 0.3, 0, 0, 0.2, 1, true]]),
            ("switch", "bus,element,et,closed", [[0, 1, "b", true], [3, 1, "l", false], [0, 2, "l", false], [2, 2, "l", false]]),
            ("load", Load, [[2, 0.5, 0.2, 0, 2, true]]),
            ("ext_grid", Source, [[0, 1.0, 0.0, true]])), "SD1534");

        Assert.Equal([1, 3, 4, 5], grid.Buses.Number); // bus 1 of the network is bus 0; the open end of line 1 has number 5
        Assert.Equal([GridBusKind.Slack, GridBusKind.Pq, GridBusKind.Isolated, GridBusKind.Pq], grid.Buses.Kind);
        Assert.Equal([true, true, false], grid.Branches.InService);
        Assert.Equal((0.4 * 2 / 2 / 100, 1, 0.4), (grid.Branches.ResistancePu[0], grid.Buses.LoadMw[1], grid.Buses.LoadMvar[1]));
        Assert.Equal(Math.Sqrt(3) * 10 * 0.2 * 2, grid.Branches.RatingMva[0], 1e-12);
        Assert.Equal(FlowStatus.Converged, AcFlow.Solve(grid).Status);
    }

    [Fact]
    public void What_is_not_carried_over_is_refused_with_a_list()
    {
        var problems = PandapowerCase.Parse(Net(1, 50,
            ("bus", Bus, [[null, 10, true], [null, -1, true]]),
            ("line", Line, [[0, 7, 2, 0.4, "x", 0, 0, 0.2, 2, true]]),
            ("trafo3w", "hv_bus,in_service", [[0, true], [0, false]]),
            ("ext_grid", Source, [[0, 1.0, 0.0, true]])), "net.json").Problems;
        var second = PandapowerCase.Parse(Net(1, 50,
            ("bus", Bus, [[null, 10, true], [null, 10, true]]),
            ("line", Line, [[0, 7, 2, 0.4, "x", 0, 0, 0.2, 2, true], [0, 1, 2, 0, 0, 0, 0, 0.2, 2, true]]),
            ("load", Load, [[1, 1, 0, 50, 1, true]]), ("motor", "bus,in_service", [[0, true]])), "net.json").Problems;

        Assert.Equal(["SD1508 bus[1].vn_kv", "SD1533 trafo3w[0]"], problems.Select(p => $"{p.Code} {p.Column}"));
        Assert.Equal(["SD1508 line[0].x_ohm_per_km", "SD1510 line[0].to_bus", "SD1512 line[0].to_bus", "SD1513 line[1]", "SD1533 load[0].const_z_percent", "SD1533 motor[0]"], second.Select(p => $"{p.Code} {p.Column}"));
        Assert.DoesNotContain(problems.Concat(second), p => (p.Expected.En + p.Remedy.Zh).Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void Mutilated_networks_give_a_grid_or_problems()
    {
        var text = Net(1, 50, ("bus", Bus, [[null, 110, true], [null, 20, true]]), ("trafo", Trafo, [[0, 1, 25, 110, 20, 12, 0.41, 14, 0.07, 150, "hv", 0, 2, 1.5, 1, true]]),
            ("load", Load, [[1, 1, 0, 0, 1, true]]), ("ext_grid", Source, [[0, 1.0, 0.0, true]]));
        var random = new Random(3);
        const string letters = "0123456789-.eE,:[]{}\\\"ntx ";
        for (var round = 0; round < 3000; round++)
        {
            var changed = text.ToCharArray();
            changed[random.Next(changed.Length)] = letters[random.Next(letters.Length)];

            var reading = PandapowerCase.Parse(new string(changed), "net.json");

            Assert.Equal(reading.Grid is null, reading.Problems.Any(p => p.Severity == Severity.Error));
            if (reading.Grid is { } grid)
            {
                AcFlow.Solve(grid);
            }
        }
    }

    static PowerGrid Grid(string text, params string[] warnings)
    {
        var reading = PandapowerCase.Parse(text, "net.json");
        Assert.Equal(warnings, reading.Problems.Select(p => p.Code));
        var again = MatpowerCase.Parse(MatpowerCase.Write(reading.Grid!), "net.m").Grid!;
        Assert.Equal(AcFlow.Solve(reading.Grid!).VoltagePu, AcFlow.Solve(again).VoltagePu);
        return reading.Grid!;
    }

    /// <summary>A network as pandapower writes it: each table as text of JSON with columns, index, data.</summary>
    static string Net(double baseMva, double frequencyHz, params (string Name, string Columns, object?[][] Rows)[] tables)
    {
        var net = new Dictionary<string, object?> { ["sn_mva"] = baseMva, ["f_hz"] = frequencyHz, ["name"] = "small net" };
        foreach (var (name, columns, rows) in tables)
        {
            var split = new Dictionary<string, object> { ["columns"] = columns.Split(','), ["index"] = Enumerable.Range(0, rows.Length), ["data"] = rows };
            net[name] = new Dictionary<string, object> { ["_module"] = "pandas.core.frame", ["_class"] = "DataFrame", ["_object"] = JsonSerializer.Serialize(split), ["orient"] = "split" };
        }

        return JsonSerializer.Serialize(new Dictionary<string, object> { ["_module"] = "pandapower.auxiliary", ["_class"] = "pandapowerNet", ["_object"] = net });
    }
}
