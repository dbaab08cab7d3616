namespace Suandian.PowerFlow;

/// <content>Reactive limits and the distributed slack.</content>
public sealed partial class AcFlow
{
    /// <summary>Reactive power beyond a limit by less than this does not count, pu.</summary>
    const double LimitTolerance = 1e-6;

    const int LimitRounds = 40;

    /// <summary>A bus that comes back so often stays at its limit, so that the rounds end.</summary>
    const int MostReturns = 2;

    /// <summary>Turns PV buses into PQ buses at their limits and back until all agree.</summary>
    bool HoldLimits(bool[] isLimited)
    {
        var (atMost, returns) = (new bool[isLimited.Length], new int[isLimited.Length]);
        for (var round = 0; round < LimitRounds; round++)
        {
            var changed = false;
            for (var b = 0; b < isLimited.Length; b++)
            {
                changed |= _roles.Kind[b] == GridBusKind.Pv && (isLimited[b] ? Release(b, isLimited, atMost[b], returns) : Limit(b, isLimited, atMost));
            }

            if (!changed)
            {
                return true;
            }

            if (!Iterate() && !_run.Damped(_options.TolerancePu, DampedLimit))
            {
                return false;
            }
        }

        return false;
    }

    bool Limit(int bus, bool[] isLimited, bool[] atMost)
    {
        var (least, most) = Limits(bus);
        var i = _equations.Factors.Position[bus];
        var load = LoadMvar(bus) / _grid.BaseMva;
        var output = _kernel.Injection(i).Reactive + load;
        if (output >= least - LimitTolerance && output <= most + LimitTolerance)
        {
            return false;
        }

        (isLimited[bus], atMost[bus]) = (true, output > most);
        _kernel.Kinds[i] = Given.Powers;
        _kernel.Reactive[i] = (output > most ? most : least) - ConstantLoadMvar(bus) / _grid.BaseMva;
        return true;
    }

    /// <summary>Holds the voltage again where it lies on the good side of the set one.</summary>
    bool Release(int bus, bool[] isLimited, bool atMost, int[] returns)
    {
        var i = _equations.Factors.Position[bus];
        double e = _kernel.State[2 * i], f = _kernel.State[2 * i + 1], magnitude = double.Hypot(e, f), wanted = _roles.SetpointPu[bus];
        if ((atMost ? magnitude <= wanted + LimitTolerance : magnitude >= wanted - LimitTolerance) || returns[bus]++ >= MostReturns)
        {
            return false;
        }

        isLimited[bus] = false;
        _kernel.Kinds[i] = Given.Voltage;
        (_kernel.State[2 * i], _kernel.State[2 * i + 1]) = (e / magnitude * wanted, f / magnitude * wanted);
        return true;
    }

    /// <summary>Reactive limits of the generators of a bus together, pu.</summary>
    (double Least, double Most) Limits(int bus)
    {
        var generators = _roles.GeneratorsAt[bus];
        return (generators.Sum(g => _grid.Generators.MinMvar[g]) / _grid.BaseMva, generators.Sum(g => _grid.Generators.MaxMvar[g]) / _grid.BaseMva);
    }

    /// <summary>Load of constant power and of constant current at the present voltage, Mvar; that of constant impedance is a shunt.</summary>
    double LoadMvar(int bus) => ConstantLoadMvar(bus) + CurrentShare(bus) * _grid.Buses.LoadMvar[bus];

    double ConstantLoadMvar(int bus) => (1 - (_options.Loads is { } loads ? loads.CurrentPu[bus] + loads.ImpedancePu[bus] : 0)) * _grid.Buses.LoadMvar[bus];

    /// <summary>Constant power and current part of the active load at the present voltage, MW.</summary>
    double LoadMw(int bus) =>
        (1 - (_options.Loads is { } loads ? loads.CurrentPu[bus] + loads.ImpedancePu[bus] : 0) + CurrentShare(bus)) * _grid.Buses.LoadMw[bus];

    /// <summary>Share of constant current times the voltage.</summary>
    double CurrentShare(int bus)
    {
        var i = _equations.Factors.Position[bus];
        return _options.Loads is { } loads ? loads.CurrentPu[bus] * double.Hypot(_kernel.State[2 * i], _kernel.State[2 * i + 1]) : 0;
    }

    /// <summary>Shares of the generators in what their island is short of.</summary>
    void ShareSlack()
    {
        var (count, generators) = (_roles.Islands.Count, _grid.Generators);
        var (slack, slackGenerator) = (new int[count], new int[count]);
        Array.Fill(slackGenerator, -1);
        for (var b = 0; b < _grid.Buses.Count; b++)
        {
            if (_roles.Kind[b] == GridBusKind.Slack)
            {
                slack[_roles.Islands.OfBus[b]] = b;
                slackGenerator[_roles.Islands.OfBus[b]] = _roles.GeneratorsAt[b] is [var first, ..] ? first : -1;
            }
        }

        for (var island = 0; island < count; island++)
        {
            var members = Enumerable.Range(0, generators.Count).Where(g => generators.InService[g]
                && _roles.Islands.OfBus[generators.Bus[g]] == island && _roles.Kind[generators.Bus[g]] != GridBusKind.Isolated).ToArray();
            var byFile = members.Any(g => generators.Participation(g) > 0);
            double Weight(int g) => byFile ? Math.Max(0, generators.Participation(g)) : double.IsFinite(generators.MaxMw[g]) ? Math.Max(0, generators.MaxMw[g]) : 0;
            var sum = members.Sum(Weight);
            foreach (var g in members)
            {
                _share[g] = sum > 0 ? Weight(g) / sum : g == slackGenerator[island] ? 1 : 0;
            }
        }

        var (ofPosition, slackOf) = (new double[_kernel.Size], new int[_kernel.Size]);
        for (var b = 0; b < _grid.Buses.Count; b++)
        {
            var i = _equations.Factors.Position[b];
            ofPosition[i] = _roles.GeneratorsAt[b].Sum(g => _share[g]);
            slackOf[i] = _roles.Kind[b] == GridBusKind.Isolated ? -1 : _equations.Factors.Position[slack[_roles.Islands.OfBus[b]]];
        }

        _run.ShareSlack(ofPosition, slackOf);
    }
}
