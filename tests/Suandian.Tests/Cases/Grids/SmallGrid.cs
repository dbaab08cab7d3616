using System.Globalization;

namespace Suandian.Cases.Grids;

/// <summary>A folder with a small sound grid: 110 kV slack, 10 kV busbar, a line with a load and a tie that is open.</summary>
sealed class SmallGrid : IDisposable
{
    internal SmallGrid()
    {
        Write("grid.yaml", "name_zh: 小电网\nname_en: Small grid\nyear: 2023\nutc_offset_h: 8\nmoney_year: 2026\n");
        Write("grid_buses.csv", "name,voltage_kv,status\nhigh,110,E\nlow,10,E\nend,10,E\n");
        Write("grid_lines.csv", "name,bus0,bus1,type,length_km,circuits,switch,status\nfeeder,low,end,LGJ-120-10,3,1,closed,E\ntie,low,end,LGJ-95-10,4,1,open_bus1,E\n");
        Write("grid_transformers.csv", "name,bus_high,bus_low,type,units,tap,status\nt1,high,low,SZ11-20000-110-10,1,2,E\n");
        Write("grid_loads.csv", "name,bus,power_mw,power_factor_pu,reactive_mvar,profile,power_series,plan_table,plan_row,plan_share_pu,status\nvillage,end,2,0.9,,day,,,,,E\n");
        Write("grid_generators.csv", "name,bus,control,power_mw,power_factor_pu,setpoint_pu,plan_table,plan_row,plan_share_pu,status\ngrid,high,slack,,,1.02,,,,E\nroof,end,power,0.5,,,,,,E\n");
        Write("grid_shunts.csv", "name,bus,reactive_mvar,status\ncapacitor,low,1.2,E\n");
        Write("line_types.csv", "name,kind,voltage_kv,resistance_ohm_per_km,reactance_ohm_per_km,ampacity_a,cost_yuan_per_km,status\nLGJ-95-10,overhead,10,0.33,0.35,330,250000,E\n");
        Write("transformer_types.csv", "name,rated_mva,high_kv,low_kv,short_circuit_voltage_pu,load_loss_mw,no_load_loss_mw,no_load_current_pu,status\nown,1,10,0.4,0.06,0.01,0.001,0.01,E\n");
        Write("profiles.csv", "name,kind,index,factor,normalise,status\n" + string.Concat(Enumerable.Range(0, 24).Select(h =>
            string.Create(CultureInfo.InvariantCulture, $"day,hour,{h},{(h == 19 ? 1.5 : 1)},false,E\n"))));
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("suandian-grid-").FullName;

    internal void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    internal void Replace(string file, string old, string with)
    {
        string text = File.ReadAllText(Path.Combine(Folder, file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, with, StringComparison.Ordinal));
    }

    internal void Delete(string file) => File.Delete(Path.Combine(Folder, file));

    internal GridFolderReading Read() => GridFolder.Read(Folder);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
