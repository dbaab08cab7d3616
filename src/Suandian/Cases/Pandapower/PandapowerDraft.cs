using Suandian.PowerFlow;

namespace Suandian.Cases.Pandapower;

/// <summary>A grid that grows: buses, branches and generators are added one by one.</summary>
sealed class PandapowerDraft
{
    readonly List<int> _number = [];
    readonly List<GridBusKind> _kind = [];
    readonly List<double[]> _bus = [];
    readonly List<(int From, int To, bool IsInService, double[] Values)> _branches = [];
    readonly List<int> _circuits = [];
    readonly List<(int Bus, bool IsInService, double[] Values)> _generators = [];

    /// <summary>Circuits side by side of which one can be out by itself; more of them, or parts of one, stay one branch.</summary>
    const int MostCircuits = 20;

    /// <summary>Base voltage of a bus, kV.</summary>
    internal double Kv(int bus) => _bus[bus][7];

    /// <summary>What is given at a bus.</summary>
    internal GridBusKind Kind(int bus) => _kind[bus];

    /// <summary>Adds a bus.</summary>
    /// <returns>Its index.</returns>
    internal int Bus(int number, bool isInService, double kv, (double Min, double Max) limitsPu)
    {
        _number.Add(number);
        _kind.Add(isInService ? GridBusKind.Pq : GridBusKind.Isolated);
        _bus.Add([0, 0, 0, 0, 1, 1, 0, kv, 1, limitsPu.Max, limitsPu.Min]);
        return _bus.Count - 1;
    }

    /// <summary>Adds a load; negative for generation.</summary>
    internal void Load(int bus, double mw, double mvar)
    {
        _bus[bus][0] += mw;
        _bus[bus][1] += mvar;
    }

    /// <summary>Adds a shunt: power taken and reactive power given at 1 pu.</summary>
    internal void Shunt(int bus, double mw, double mvar)
    {
        _bus[bus][2] += mw;
        _bus[bus][3] += mvar;
    }

    /// <summary>Adds a branch with the values of all its circuits together.</summary>
    internal void Branch((int From, int To, bool IsInService) ends, double[] values, double parallel)
    {
        _branches.Add((ends.From, ends.To, ends.IsInService, values));
        _circuits.Add(parallel is >= 1 and <= MostCircuits && parallel == Math.Floor(parallel) ? (int)parallel : 1);
    }

    /// <summary>Adds a generator; one in service makes its bus hold its voltage.</summary>
    /// <param name="bus">Its bus.</param>
    /// <param name="isInService">True where it is in service.</param>
    /// <param name="kind">PV or slack.</param>
    /// <param name="values">MW, Mvar, most and least Mvar, set voltage in pu, MVA, most and least MW.</param>
    /// <param name="angleDeg">Angle of a slack, degrees.</param>
    internal void Generator(int bus, bool isInService, GridBusKind kind, double[] values, double angleDeg = 0)
    {
        _generators.Add((bus, isInService, values));
        if (isInService && _kind[bus] is not (GridBusKind.Isolated or GridBusKind.Slack))
        {
            _kind[bus] = kind;
            _bus[bus][6] = kind == GridBusKind.Slack ? angleDeg : 0;
        }
    }

    /// <summary>Power taken by a branch conductance at one end, as a shunt of the bus, exact as the ideal transformer stands at the from end.</summary>
    internal void Conductance(int bus, double pu, double baseMva) => Shunt(bus, pu * baseMva, 0);

    /// <summary>The grid.</summary>
    internal PowerGrid Grid(string name, double baseMva)
    {
        double[] Bus(int column) => [.. _bus.Select(row => row[column])];
        double[] Branch(int column) => [.. _branches.Select(branch => branch.Values[column])];
        double[] Generator(int column) => [.. _generators.Select(generator => generator.Values[column])];
        return new PowerGrid
        {
            Name = name,
            BaseMva = baseMva,
            Buses = new GridBuses
            {
                Number = [.. _number], Kind = [.. _kind], LoadMw = Bus(0), LoadMvar = Bus(1), ShuntMw = Bus(2), ShuntMvar = Bus(3), Area = Bus(4),
                VoltagePu = Bus(5), AngleDeg = Bus(6), BaseKv = Bus(7), Zone = Bus(8), MaxVoltagePu = Bus(9), MinVoltagePu = Bus(10),
            },
            Branches = new GridBranches
            {
                From = [.. _branches.Select(b => b.From)], To = [.. _branches.Select(b => b.To)], InService = [.. _branches.Select(b => b.IsInService)],
                ResistancePu = Branch(0), ReactancePu = Branch(1), ChargingPu = Branch(2), RatingMva = Branch(3), TapRatio = Branch(4), ShiftDeg = Branch(5),
                ShortTermRatingMva = new double[_branches.Count], EmergencyRatingMva = new double[_branches.Count],
                MinAngleDeg = [.. _branches.Select(_ => -360.0)], MaxAngleDeg = [.. _branches.Select(_ => 360.0)], Circuits = [.. _circuits],
            },
            Generators = new GridGenerators
            {
                Bus = [.. _generators.Select(g => g.Bus)], InService = [.. _generators.Select(g => g.IsInService)], PowerMw = Generator(0), PowerMvar = Generator(1),
                MaxMvar = Generator(2), MinMvar = Generator(3), SetpointPu = Generator(4), RatingMva = Generator(5), MaxMw = Generator(6), MinMw = Generator(7),
            },
        };
    }
}
