namespace Suandian.Cases.Pypsa;

/// <summary>What is wrong in a folder of PyPSA, and what is not carried over, is a list.</summary>
public class PypsaFaultsTests
{
    const string Sound = """
        == snapshots.csv
        snapshot,objective,stores,generators
        0,1,1,1
        1,1,1,1
        == buses.csv
        name,v_nom
        a,380
        b,380
        == generators.csv
        name,bus,p_nom,marginal_cost
        g,a,100,5
        == loads.csv
        name,bus,p_set
        town,a,10

        """;

    [Fact]
    public void A_sound_network_has_no_problems() => Assert.Empty(PypsaText.Read(Sound).Problems);

    [Theory]
    [InlineData("== loads.csv\nname;bus;p_set\ntown;a;10", "SD0112 loads.csv:1")]
    [InlineData("== generators.csv\nname,bus\ng,nowhere", "SD1107 generators.csv:2 bus")]
    [InlineData("== links.csv\nname,bus0,bus1,bus2\nl,a,b,nowhere", "SD1107 links.csv:2 bus2")]
    [InlineData("== lines.csv\nname,bus0,bus1,type\nl,a,b,rope", "SD1107 lines.csv:2 type")]
    [InlineData("== generators.csv\nname,bus,p_nom\ng,a,many", "SD1106 generators.csv:2 p_nom")]
    [InlineData("== generators.csv\nname,bus,committable\ng,a,perhaps", "SD1106 generators.csv:2 committable")]
    [InlineData("== generators.csv\nname,bus,p_nom\ng,a,1\ng,b,2", "SD0302 generators.csv:3 name")]
    [InlineData("== generators.csv\nname,bus,p_nom_extendable,p_nom_min,p_nom_max\ng,a,True,5,4", "SD1110 generators.csv:2 p_nom_min")]
    [InlineData("== generators.csv\nname,bus,p_nom\ng,a,-5", "SD1110 generators.csv:2 p_nom")]
    [InlineData("== generators.csv\nname,bus,sign\ng,a,0.5", "SD1105 generators.csv:2 sign")]
    [InlineData("== generators.csv\nname,bus,committable,p_nom_extendable,sign\ng,a,True,True,-1", "SD1105 generators.csv:2 committable")]
    [InlineData("== generators.csv\nname,bus,committable,ramp_limit_up,sign\ng,a,True,0.5,-1", "SD1105 generators.csv:2 committable")]
    [InlineData("== generators.csv\nname,bus,p_nom_mod,committable\ng,a,25,True", "SD1105 generators.csv:2 p_nom_mod")]
    [InlineData("== generators.csv\nname,bus,p_nom_mod,committable,p_nom_extendable,min_down_time\ng,a,25,True,True,2", "SD1105 generators.csv:2 min_down_time")]
    [InlineData("== generators.csv\nname,bus,committable,p_nom_extendable,p_min_pu\ng,a,True,True,-0.5", "SD1105 generators.csv:2 p_min_pu")]
    [InlineData("== generators.csv\nname,bus,committable,p_nom_extendable,p_min_pu,p_nom_max\ng,a,True,True,-0.5,9", "SD1115 generators.csv:2 p_min_pu")]
    [InlineData("== generators.csv\nname,bus,p_min_pu\ng,a,inf", "SD1106 generators.csv:2 p_min_pu")]
    [InlineData("== stores.csv\nname,bus,standing_loss\ns,a,1.5", "SD1110 stores.csv:2 standing_loss")]
    [InlineData("== generators.csv\nname,bus,marginal_cost_quadratic\ng,a,0.1", "SD1105 generators.csv:2 marginal_cost_quadratic")]
    [InlineData("== generators-marginal_cost_quadratic.csv\nsnapshot,g\n0,0\n1,0.1", "SD1105 generators-marginal_cost_quadratic.csv:3 g")]
    [InlineData("== generators.csv\nname,bus,p_nom_extendible\ng,a,True", "SD1103 generators.csv:1 p_nom_extendible")]
    [InlineData("== generators.csv\nname,bus,p_nom_opt\ng,a,5", "SD1104 generators.csv:1 p_nom_opt")]
    [InlineData("== generators-p.csv\nsnapshot,g\n0,1\n1,1", "SD1104 generators-p.csv:")]
    [InlineData("== loads.csv\nname,bus,q_set\ntown,a,5", "SD1104 loads.csv:1 q_set")]
    [InlineData("== generators.csv\nname,bus,p_set\ng,a,5", "SD1104 generators.csv:1 p_set")]
    [InlineData("== generators-p_max_pu.csv\nsnapshot,g\n0,1", "SD1108 generators-p_max_pu.csv:")]
    [InlineData("== generators-p_max_pu.csv\nsnapshot,h\n0,1\n1,1", "SD1109 generators-p_max_pu.csv:1 h")]
    [InlineData("== generators-p_max_pu.csv\nsnapshot,g\n0,1\n1,x", "SD1106 generators-p_max_pu.csv:3 g")]
    [InlineData("== generators-p_max_pu.csv\nsnapshot,g\n0,1\n1,", "SD1106 generators-p_max_pu.csv:3 g")]
    [InlineData("== generators-bus.csv\nsnapshot,g\n0,a\n1,a", "SD1103 generators-bus.csv:")]
    [InlineData("== storage_units.csv\nname,bus,efficiency_dispatch\ns,a,0", "SD1110 storage_units.csv:2 efficiency_dispatch")]
    [InlineData("== lines.csv\nname,bus0,bus1,x\nl,a,b,0.1\nm,a,b,0", "SD1110 lines.csv:3 x")]
    [InlineData("== global_constraints.csv\nname,type,sense,constant\nc,mystery,<=,5", "SD1105 global_constraints.csv:2 type")]
    [InlineData("== global_constraints.csv\nname,type,sense,constant\nc,operational_limit,<,5", "SD1106 global_constraints.csv:2 sense")]
    [InlineData("== global_constraints.csv\nname,type,carrier_attribute,sense,constant\nc,primary_energy,soot,<=,5", "SD1107 global_constraints.csv:2 carrier_attribute")]
    [InlineData("== global_constraints.csv\nname,type,carrier_attribute,sense,constant\nc,tech_capacity_expansion_limit,wind,<=,5", "SD1115 global_constraints.csv:2 investment_period")]
    [InlineData("== global_constraints.csv\nname,type,investment_period,sense,constant\nc,operational_limit,2030,<=,5", "SD1107 global_constraints.csv:2 investment_period")]
    [InlineData("== snapshots.csv\nsnapshot,objective\n0,heavy\n1,1", "SD1106 snapshots.csv:2 objective")]
    [InlineData("== snapshots.csv\nname,period,timestep\n0,2020,0\n1,2030,0\n== investment_periods.csv\nperiod,objective,years\n2020,1,10", "SD1107 snapshots.csv:3 period")]
    [InlineData("== snapshots.csv\nname,period,timestep\n0,2020,0\n1,2030,0\n== investment_periods.csv\nperiod,objective,years\n2020,1,10\n2030,1,10\n== stores.csv\nname,bus\ns,a", "SD1105 stores.csv:2 e_cyclic")]
    [InlineData("== snapshots.csv\nname,period,timestep\n0,2020,0\n1,2030,0\n== investment_periods.csv\nperiod,objective,years\n2020,1,10\n2030,1,10\n== lines.csv\nname,bus0,bus1,x,build_year\nl,a,b,1,2000\nm,a,b,1,2030", "SD1105 lines.csv:3 build_year")]
    [InlineData("== generators.csv\nname,bus,committable,up_time_before,ramp_limit_up\ng,a,True,0,0.5", "SD1115 generators.csv:2 ramp_limit_up")]
    [InlineData("== generators.csv\nname,bus,committable,up_time_before,ramp_limit_down\ng,a,True,0,0.5", "SD1115 generators.csv:2 ramp_limit_down")]
    [InlineData("== generators.csv\nname,bus,committable,ramp_limit_shut_down\ng,a,True,0.5", "SD1115 generators.csv:2 ramp_limit_shut_down")]
    [InlineData("== generators.csv\nname,bus,p_nom\ng,a,nan", "SD1106 generators.csv:2 p_nom")]
    [InlineData("== loads-p_set.csv\nsnapshot,town\n1,5\n0,6", "SD1116 loads-p_set.csv:2 snapshot")]
    [InlineData("== stores.csv\nname,bus,carrier\ns,a,gas\n== global_constraints.csv\nname,type,carrier_attribute,sense,constant\nc,operational_limit,gas,<=,5", "SD1115 stores.csv:2 carrier")]
    [InlineData("== buses.csv\nname,nom_max_wind\na,5\nb,", "SD1103 buses.csv:1 nom_max_wind")]
    [InlineData("== scenarios.csv\nname,weight\nlow,0.5", "SD1110 scenarios.csv: weight")]
    [InlineData("== processes.csv\nname\np", "SD1105 processes.csv:")]
    [InlineData("== generator.csv\nname\ng", "SD1102 generator.csv:")]
    [InlineData("== meta.json\n{}", "SD1102 meta.json:")]
    public void Each_is_named_by_file_line_and_column(string files, string expected)
    {
        var problems = PypsaText.Read(Replaced(files)).Problems.Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column}".TrimEnd());

        Assert.Contains(expected, problems);
    }

    [Theory]
    [InlineData("== global_constraints.csv\nname,type,carrier_attribute,sense,constant\nc,primary_energy,co2_emissions,<=,5")]
    [InlineData("== loads-p_set.csv\nsnapshot,town\n0.0,5\n1.0,6")]
    [InlineData("== loads-p_set.csv\n,town\n0,5\n1,6")]
    public void What_PyPSA_takes_too_is_no_fault(string files) => Assert.Empty(PypsaText.Read(Replaced(files)).Problems);

    [Fact]
    public void All_are_told_at_once_in_both_languages_and_none_stops_the_others()
    {
        var reading = PypsaText.Read("== generators.csv\nname,bus,p_nom,committable\ng,x,many,perhaps\nh,y,few,True\n== generators-p_max_pu.csv\nsnapshot,g\n");

        Assert.Null(reading.Network);
        Assert.Equal(["SD1101", "SD1106", "SD1106", "SD1106", "SD1107", "SD1107", "SD1108"], reading.Problems.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.All(reading.Problems, p => Assert.DoesNotContain('{', p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En));
    }

    [Fact]
    public void A_least_size_above_the_largest_is_named() =>
        Assert.Contains("SD1110 generators.csv:2 p_nom_min", PypsaText.Read(Replaced("== generators.csv\nname,bus,p_nom_extendable,p_nom_min,p_nom_max\ng,a,True,50,20"))
            .Problems.Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column}"));

    [Fact]
    public void No_mutilated_network_throws()
    {
        string[] bits = ["", "inf", "-inf", "nan", "-1", "0", "1e300", "x", "True", "a", ",", "\"", "\n", "1"];
        var random = new Random(20151);
        foreach (var text in PypsaLadder.All.Take(9).Select(step => step.Network.Text()))
        {
            for (var round = 0; round < 40; round++)
            {
                var spoiled = text;
                for (var cut = 0; cut < 3; cut++)
                {
                    var at = random.Next(spoiled.Length);
                    spoiled = spoiled[..at] + bits[random.Next(bits.Length)] + spoiled[Math.Min(spoiled.Length, at + random.Next(4))..];
                }

                if (spoiled.Contains("== ", StringComparison.Ordinal) && PypsaText.TryRead(spoiled) is { Network: { } network })
                {
                    Planning.PlanningModel.Build(NetworkBuilder.Build(PypsaImport.ToCase(network, "spoiled")), new() { LineModel = Suandian.Network.LineModel.Kirchhoff });
                }
            }
        }
    }

    [Fact]
    public void A_misspelt_attribute_is_met_with_the_right_one() =>
        Assert.Contains("p_nom_extendable", PypsaText.Read(Replaced("== generators.csv\nname,bus,p_nom_extendible\ng,a,True")).Problems.Single().Remedy.En, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_column_and_labels_stay_in_the_case()
    {
        using var scratch = new ScratchFolder();
        var reading = PypsaText.Read(Replaced("== generators.csv\nname,bus,p_nom,owner,p_nom_opt\ng,a,5,county,7"));

        CaseFolder.Write(PypsaImport.ToCase(reading.Network!, "tiny"), scratch.Folder);

        Assert.Equal("name,bus,p_nom,owner\ng,a,5,county\n", File.ReadAllText(Path.Combine(scratch.Folder, "pypsa", "generators.csv")));
    }

    [Fact]
    public void A_case_with_an_imported_network_allows_no_table_beside_and_needs_its_own_hours()
    {
        using var scratch = new ScratchFolder();
        CaseFolder.Write(PypsaImport.ToCase(PypsaText.Read(Sound).Network!, "tiny"), scratch.Folder);
        File.WriteAllText(Path.Combine(scratch.Folder, "clusters.csv"), "name\n");
        var yaml = Path.Combine(scratch.Folder, "case.yaml");
        File.WriteAllText(yaml, File.ReadAllText(yaml).Replace("hours: snapshots", "hours: year\nyear: 2025\nutc_offset_h: 8\nmoney_year: 2025\ndiscount_rate: 0.05", StringComparison.Ordinal));

        var problems = CaseFolder.Read(scratch.Folder).Problems;

        Assert.Equal(["SD1111", "SD1112"], problems.Select(p => p.Code));
    }

    [Fact]
    public void A_case_of_our_own_has_no_snapshots()
    {
        using var scratch = new ScratchFolder();
        CaseFolder.Write(Tests.Cases.SmallCase.Create() with { Settings = Tests.Cases.SmallCase.Create().Settings with { Hours = HourSelection.Snapshots } }, scratch.Folder);

        Assert.Contains(CaseFolder.Read(scratch.Folder).Problems, p => p.Code == "SD1101");
    }

    /// <summary>The sound network with some of its files written anew.</summary>
    static string Replaced(string files)
    {
        var parts = Sound.ReplaceLineEndings("\n").Split("== ", StringSplitOptions.RemoveEmptyEntries).ToDictionary(p => p[..p.IndexOf('\n', StringComparison.Ordinal)]);
        foreach (var part in files.Split("== ", StringSplitOptions.RemoveEmptyEntries))
        {
            parts[part[..part.IndexOf('\n', StringComparison.Ordinal)]] = part.TrimEnd('\n') + "\n";
        }

        return string.Concat(parts.Values.Select(p => "== " + p));
    }
}
