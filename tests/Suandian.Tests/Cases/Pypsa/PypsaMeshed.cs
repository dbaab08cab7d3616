namespace Suandian.Cases.Pypsa;

/// <summary>The example of PyPSA with meshed AC and DC networks (ac-dc-meshed): everything but what existed may be given up.</summary>
/// <remarks>Source of data, optimum and constant: PyPSA, example ac-dc-meshed (MIT), as solved by PyPSA 1.3.0 in energy-models/math-spec, rung 11.</remarks>
static class PypsaMeshed
{
    internal static PypsaDraft Draft()
    {
        var draft = new PypsaDraft(10);
        foreach (var (bus, v, carrier) in ((string, int, string)[])[("London", 380, "AC"), ("Norwich", 380, "AC"), ("Norwich DC", 200, "DC"), ("Manchester", 380, "AC"), ("Bremen", 380, "AC"), ("Bremen DC", 200, "DC"), ("Frankfurt", 380, "AC"), ("Norway", 380, "AC"), ("Norway DC", 200, "DC")])
        {
            draft.Add("buses", bus, $"v_nom={v} carrier={carrier}");
        }

        draft.Add("carriers", "gas", "co2_emissions=0.24").Add("carriers", "wind");
        Plants(draft);
        Branches(draft);
        Loads(draft);
        return draft.Add("global_constraints", "co2_limit", "type=primary_energy carrier_attribute=co2_emissions sense=<= constant=1000");
    }

    static void Plants(PypsaDraft draft) => draft
        .Add("generators", "Manchester Wind", "bus=Manchester carrier=wind p_nom=80 p_nom_extendable=True p_nom_min=100 marginal_cost=0.11 capital_cost=2793.6516029328")
        .Series("generators", "p_max_pu", "Manchester Wind", 0.930019875, 0.4857475804, 0.2336917351, 0.2576042221, 0.6269055694, 0.6035984088, 0.6789075462, 0.3613026112, 0.6216040549, 0.5215183715)
        .Add("generators", "Manchester Gas", "bus=Manchester carrier=gas p_nom=50000 p_nom_extendable=True marginal_cost=4.5323676307 capital_cost=196.6151679691 efficiency=0.3500264336")
        .Add("generators", "Norway Wind", "bus=Norway carrier=wind p_nom=100 p_nom_extendable=True p_nom_min=100 marginal_cost=0.09 capital_cost=2184.3747960912")
        .Series("generators", "p_max_pu", "Norway Wind", 0.9745832033, 0.4812903778, 0.4072258018, 0.5999649628, 0.524468219, 0.0096927054, 0.2204533621, 0.8239185004, 0.5562297265, 0.4394160378)
        .Add("generators", "Norway Gas", "bus=Norway carrier=gas p_nom=20000 p_nom_extendable=True marginal_cost=5.8928445406 capital_cost=158.2512497168 efficiency=0.3568363832")
        .Add("generators", "Frankfurt Wind", "bus=Frankfurt carrier=wind p_nom=110 p_nom_extendable=True p_nom_min=100 marginal_cost=0.1 capital_cost=2129.4561224763")
        .Series("generators", "p_max_pu", "Frankfurt Wind", 0.5590784039, 0.7529103711, 0.1234650887, 0.9666766524, 0.8590078044, 0.5261537924, 0.077893008, 0.0590234716, 0.2485544952, 0.1080601728)
        .Add("generators", "Frankfurt Gas", "bus=Frankfurt carrier=gas p_nom=80000 p_nom_extendable=True marginal_cost=4.0863219899 capital_cost=102.6769530076 efficiency=0.3516658529");

    static void Branches(PypsaDraft draft) => draft
        .Add("lines", "0", "bus0=London bus1=Manchester x=0.7968782824 s_nom=40000 s_nom_extendable=True capital_cost=0.1367157553")
        .Add("lines", "1", "bus0=Manchester bus1=Norwich x=0.3915599178 s_nom=40000 s_nom_extendable=True capital_cost=0.1334916779")
        .Add("lines", "2", "bus0=Bremen~DC bus1=Norwich~DC r=0.2126041927 s_nom=40000 s_nom_extendable=True capital_cost=0.0086734246")
        .Add("lines", "3", "bus0=Norwich~DC bus1=Norway~DC r=0.4861637504 s_nom=40000 s_nom_extendable=True capital_cost=0.1291260515")
        .Add("lines", "4", "bus0=Norway~DC bus1=Bremen~DC r=0.4287266497 s_nom=40000 s_nom_extendable=True capital_cost=0.0624298729")
        .Add("lines", "5", "bus0=Norwich bus1=London x=0.2388003463 s_nom=40000 s_nom_extendable=True capital_cost=0.0218524519")
        .Add("lines", "6", "bus0=Bremen bus1=Frankfurt x=0.4 s_nom=40000 s_nom_extendable=True capital_cost=0.2")
        .Add("links", "Norwich Converter", "bus0=Norwich bus1=Norwich~DC carrier=DC p_nom=1000 p_nom_extendable=True p_min_pu=-0.9 p_max_pu=0.9 capital_cost=0.21")
        .Add("links", "Norway Converter", "bus0=Norway bus1=Norway~DC carrier=DC p_nom=1000 p_nom_extendable=True p_min_pu=-0.9 p_max_pu=0.9 capital_cost=0.2")
        .Add("links", "Bremen Converter", "bus0=Bremen bus1=Bremen~DC carrier=DC p_nom=1000 p_nom_extendable=True p_min_pu=-0.9 p_max_pu=0.9 capital_cost=0.19")
        .Add("links", "DC link", "bus0=London bus1=Bremen carrier=DC p_nom=1000 p_nom_extendable=True p_min_pu=-0.9 p_max_pu=0.9 capital_cost=0.8765342");

    static void Loads(PypsaDraft draft)
    {
        foreach (var city in (string[])["London", "Frankfurt", "Norway", "Norwich", "Bremen", "Manchester"])
        {
            draft.Add("loads", city, $"bus={city}");
        }

        draft.Series("loads", "p_set", "London", 35.7962441027, 976.8245614698, 250.5873120464, 130.7531445827, 151.1001686, 931.857051942, 289.8482871447, 864.3433217147, 689.5772637703, 627.8789859434)
            .Series("loads", "p_set", "Frankfurt", 398.0478469638, 432.4361062425, 379.8039282662, 868.3617642835, 548.7707546221, 828.6652426012, 449.2907519075, 699.1637663734, 915.8667802518, 414.8876464034)
            .Series("loads", "p_set", "Norway", 820.035835936, 854.8340468618, 42.550744351, 647.5482327851, 884.0738733306, 509.0624485516, 595.6079648147, 291.6424496984, 2.1534925491, 760.7401765038)
            .Series("loads", "p_set", "Norwich", 415.4625642653, 262.6061464526, 418.4763531902, 552.9595393098, 218.159858091, 791.9762655836, 531.8706808219, 23.5134667186, 970.0590684572, 0.9248336907)
            .Series("loads", "p_set", "Bremen", 640.0863775411, 703.554333706, 440.8361303183, 612.5763056818, 803.4367808051, 605.4006873582, 641.0905902397, 408.0085411725, 912.2477761646, 898.0530916423)
            .Series("loads", "p_set", "Manchester", 857.5514402011, 750.5996237166, 156.5648760141, 527.8708221189, 83.8977589634, 676.6233193474, 731.1371004827, 553.3448891847, 298.338082262, 768.2905859888);
    }
}
