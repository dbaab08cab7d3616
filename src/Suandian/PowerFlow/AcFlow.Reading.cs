using System.Numerics;

namespace Suandian.PowerFlow;

/// <content>From the state to voltages, flows and outputs of generators.</content>
public sealed partial class AcFlow
{
    AcFlowSolution Read(FlowStatus status, double share, bool[] isLimited)
    {
        var (n, branches) = (_grid.Buses.Count, _grid.Branches);
        var (voltage, magnitude, angle) = (new Complex[n], new double[n], new double[n]);
        for (var b = 0; b < n; b++)
        {
            var i = _equations.Factors.Position[b];
            var isOut = _roles.Kind[b] == GridBusKind.Isolated;
            voltage[b] = isOut ? 0 : new Complex(_kernel.State[2 * i], _kernel.State[2 * i + 1]);
            (magnitude[b], angle[b]) = isOut ? (double.NaN, double.NaN) : (voltage[b].Magnitude, voltage[b].Phase * (180 / Math.PI));
        }

        var (from, to) = (new Complex[branches.Count], new Complex[branches.Count]);
        for (var k = 0; k < branches.Count; k++)
        {
            Complex a = voltage[branches.From[k]], b = voltage[branches.To[k]];
            from[k] = _grid.BaseMva * a * Complex.Conjugate(_ports.FromFrom[k] * a + _ports.FromTo[k] * b);
            to[k] = _grid.BaseMva * b * Complex.Conjugate(_ports.ToFrom[k] * a + _ports.ToTo[k] * b);
        }

        var (active, reactive) = Outputs();
        return new AcFlowSolution
        {
            Status = status, Steps = _run.Steps, PivotedSteps = _run.PivotedSteps, MismatchPu = _run.MismatchPu, LargestShare = share,
            VoltagePu = magnitude, AngleDeg = angle,
            FromMw = [.. from.Select(s => s.Real)], FromMvar = [.. from.Select(s => s.Imaginary)],
            ToMw = [.. to.Select(s => s.Real)], ToMvar = [.. to.Select(s => s.Imaginary)],
            GeneratorMw = active, GeneratorMvar = reactive, IsAtReactiveLimit = isLimited,
        };
    }

    (double[] Active, double[] Reactive) Outputs()
    {
        var generators = _grid.Generators;
        var (active, reactive) = (new double[generators.Count], new double[generators.Count]);
        for (var b = 0; b < _grid.Buses.Count; b++)
        {
            if (_roles.GeneratorsAt[b] is not [_, ..] here || _roles.Kind[b] == GridBusKind.Isolated)
            {
                continue;
            }

            var i = _equations.Factors.Position[b];
            var (p, q) = _kernel.Injection(i);
            foreach (var g in here)
            {
                active[g] = generators.PowerMw[g] + _share[g] * Handed(b) * _grid.BaseMva;
                reactive[g] = generators.PowerMvar[g];
            }

            if (_roles.Kind[b] == GridBusKind.Slack && !_options.DistributedSlack)
            {
                active[here[0]] = p * _grid.BaseMva + LoadMw(b) - here[1..].Sum(g => generators.PowerMw[g]);
            }

            if (_roles.Kind[b] != GridBusKind.Pq)
            {
                ShareReactive(here, q * _grid.BaseMva + LoadMvar(b), reactive);
            }
        }

        return (active, reactive);
    }

    /// <summary>What the slack of the island of a bus has handed out, pu.</summary>
    double Handed(int bus)
    {
        foreach (var (slack, power) in _run.Handed)
        {
            if (_roles.Islands.OfBus[_equations.Factors.Order[slack]] == _roles.Islands.OfBus[bus])
            {
                return power;
            }
        }

        return 0;
    }

    /// <summary>Reactive power of a bus, shared so that its generators stand at equal shares of their ranges; equally where a range is not finite.</summary>
    void ShareReactive(int[] here, double total, double[] reactive)
    {
        var generators = _grid.Generators;
        double least = here.Sum(g => generators.MinMvar[g]), range = here.Sum(g => generators.MaxMvar[g] - generators.MinMvar[g]);
        foreach (var g in here)
        {
            reactive[g] = double.IsFinite(range) && range > 0
                ? generators.MinMvar[g] + (total - least) * (generators.MaxMvar[g] - generators.MinMvar[g]) / range
                : total / here.Length;
        }
    }
}
