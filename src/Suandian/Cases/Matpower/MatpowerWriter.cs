using System.Globalization;
using System.Text;
using Suandian.PowerFlow;

namespace Suandian.Cases.Matpower;

/// <summary>Writes a grid as a MATPOWER case, version 2; every number in the fewest digits that give it back.</summary>
sealed class MatpowerWriter(PowerGrid grid)
{
    readonly StringBuilder _text = new();

    internal string Write()
    {
        _text.Append(CultureInfo.InvariantCulture, $"function mpc = {grid.Name}\n\n%% MATPOWER Case Format : Version 2\nmpc.version = '2';\n\n");
        _text.Append(CultureInfo.InvariantCulture, $"mpc.baseMVA = {Number(grid.BaseMva)};\n");
        var (buses, generators, branches) = (grid.Buses, grid.Generators, grid.Branches);
        var isSupplied = GridIslands.Of(grid).Supplied(buses); // an island without slack has to be written as isolated buses
        Matrix("bus", "bus_i type Pd Qd Gs Bs area Vm Va baseKV zone Vmax Vmin", buses.Count,
        [
            Whole(buses.Number), Whole([.. buses.Kind.Select((kind, b) => (int)(isSupplied[b] ? kind : GridBusKind.Isolated))]), buses.LoadMw, buses.LoadMvar, buses.ShuntMw, buses.ShuntMvar, buses.Area,
            buses.VoltagePu, buses.AngleDeg, buses.BaseKv, buses.Zone, buses.MaxVoltagePu, buses.MinVoltagePu, .. buses.FurtherColumns,
        ]);
        Matrix("gen", "bus Pg Qg Qmax Qmin Vg mBase status Pmax Pmin", generators.Count,
        [
            Whole([.. generators.Bus.Select(b => buses.Number[b])]), generators.PowerMw, generators.PowerMvar, generators.MaxMvar, generators.MinMvar,
            generators.SetpointPu, generators.RatingMva, Flags(generators.InService), generators.MaxMw, generators.MinMw, .. generators.FurtherColumns,
        ]);
        Matrix("branch", "fbus tbus r x b rateA rateB rateC ratio angle status angmin angmax", branches.Count,
        [
            Whole([.. branches.From.Select(b => buses.Number[b])]), Whole([.. branches.To.Select(b => buses.Number[b])]), branches.ResistancePu,
            branches.ReactancePu, branches.ChargingPu, branches.RatingMva, branches.ShortTermRatingMva, branches.EmergencyRatingMva, branches.TapRatio,
            branches.ShiftDeg, Flags(branches.InService), branches.MinAngleDeg, branches.MaxAngleDeg, .. branches.FurtherColumns,
        ]);
        Costs([.. generators.Costs, .. generators.ReactiveCosts]);
        if (buses.Names.Length > 0 && !grid.FurtherFields.Any(f => f.Name == "bus_name"))
        {
            _text.Append("\nmpc.bus_name = {\n").AppendJoin("", buses.Names.Select(name => $"\t'{name.Replace("'", "''", StringComparison.Ordinal)}';\n")).Append("};\n");
        }

        foreach (var field in grid.FurtherFields)
        {
            _text.Append(CultureInfo.InvariantCulture, $"\nmpc.{field.Name} = {field.Text};\n");
        }

        return _text.ToString();
    }

    void Matrix(string field, string heading, int rows, double[][] columns)
    {
        _text.Append(CultureInfo.InvariantCulture, $"\n%\t{heading.Replace(' ', '\t')}\nmpc.{field} = [\n");
        for (var row = 0; row < rows; row++)
        {
            foreach (var column in columns)
            {
                _text.Append('\t').Append(Number(column[row]));
            }

            _text.Append(";\n");
        }

        _text.Append("];\n");
    }

    void Costs(GeneratorCost[] costs)
    {
        if (costs.Length == 0)
        {
            return;
        }

        var width = costs.Max(cost => cost.Values.Length);
        _text.Append("\n%\t1\tstartup\tshutdown\tn\tx1\ty1\t...\txn\tyn\n%\t2\tstartup\tshutdown\tn\tc(n-1)\t...\tc0\nmpc.gencost = [\n");
        foreach (var cost in costs)
        {
            var points = cost.Kind == GeneratorCostKind.Piecewise ? cost.Values.Length / 2 : cost.Values.Length;
            double[] row = [(int)cost.Kind, cost.StartUp, cost.ShutDown, points, .. cost.Values, .. new double[width - cost.Values.Length]];
            _text.Append('\t').AppendJoin('\t', row.Select(Number)).Append(";\n");
        }

        _text.Append("];\n");
    }

    static double[] Whole(int[] values) => [.. values.Select(value => (double)value)];

    static double[] Flags(bool[] values) => [.. values.Select(value => value ? 1.0 : 0.0)];

    static string Number(double value) =>
        double.IsInfinity(value) ? value > 0 ? "Inf" : "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);
}
