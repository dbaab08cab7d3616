using Suandian.Cases.Tables;
using Suandian.Network;

namespace Suandian.Cases.Checks;

/// <summary>Ends of lines, links and fibres, and what may stand at which kind of bus.</summary>
static class EndsChecks
{
    internal static void Run(CheckedCase c)
    {
        foreach (var row in c.Tables.Links)
            Different(c, row, row.Record.Bus0, row.Record.Bus1);
        foreach (var row in c.Tables.Fibres)
            Different(c, row, row.Record.Bus0, row.Record.Bus1);
        foreach (var row in c.Tables.Lines)
        {
            Different(c, row, row.Record.Bus0, row.Record.Bus1);
            Line(c, row);
        }

        foreach (var row in c.Tables.Clusters)
            Electric(c, row, "bus", row.Record.Bus);
        foreach (var row in c.Tables.Tariffs)
            Electric(c, row, "bus", row.Record.Bus);
    }

    static void Different<T>(CheckedCase c, Row<T> row, string bus0, string bus1)
    {
        if (bus0.Length > 0 && bus0 == bus1)
            c.Add(ProblemCode.SameEnds, row, "bus1");
    }

    static void Line(CheckedCase c, Row<Line> row)
    {
        Electric(c, row, "bus0", row.Record.Bus0);
        Electric(c, row, "bus1", row.Record.Bus1);
        var (from, to) = (Find(c, row.Record.Bus0), Find(c, row.Record.Bus1));
        if (c.Settings?.LineModel != LineModel.Kirchhoff)
            return;
        if (from?.Record.VoltageKv is { } one && to?.Record.VoltageKv is { } other && Math.Abs(one - other) > 0.01 * one)
            c.Add(ProblemCode.VoltagesDiffer, row, "bus1", ("voltage", one));
        if (!c.IsGiven(row, "reactance_ohm_per_km"))
            c.Add(ProblemCode.NeededBecause, row, "reactance_ohm_per_km", ("because", "line_model = kirchhoff"));
        Voltage(c, row, "bus0", from);
        Voltage(c, row, "bus1", to);
    }

    static void Voltage(CheckedCase c, Row<Line> line, string column, Row<Bus>? bus)
    {
        if (bus is not null && bus.Record.VoltageKv is null && bus.Sound("voltage_kv"))
            c.Add(ProblemCode.VoltageMissing, line, column, ("bus", bus.Record.Name));
    }

    static void Electric<T>(CheckedCase c, Row<T> row, string column, string name)
    {
        if (Find(c, name) is { } bus && bus.Sound("kind") && bus.Record.Kind != BusKind.Electricity)
            c.Add(ProblemCode.PlantAtHeatBus, row, column, ("kind", SnakeCase.FromPascal(bus.Record.Kind.ToString())));
    }

    static Row<Bus>? Find(CheckedCase c, string name) => c.Tables.Buses.FirstOrDefault(b => b.Record.Name == name);
}
