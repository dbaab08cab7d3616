using Suandian.OptimalFlow.Interior;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

/// <summary>An optimal flow by the interior point, from pu and scaled money back to the units of the grid.</summary>
static class InteriorAnswer
{
    /// <summary>Solves a grid without faults.</summary>
    internal static OptimalFlowSolution Of(PowerGrid grid, OptimalFlowOptions options, CancellationToken cancellation)
    {
        var program = new FlowProgram(grid, options.Dc);
        var point = new InteriorPoint(program);
        var isOptimal = point.Run(options, cancellation);
        var answer = Empty(grid, options.Form, isOptimal ? OptimalFlowStatus.Optimal : OptimalFlowStatus.NotConverged);
        Buses(program, point, answer);
        Branches(program, point, answer, grid.BaseMva);
        return answer with
        {
            Cost = program.FixedCost + Generators(program, point, grid, answer),
            Iterations = point.Iterations,
            Method = "interior point",
            Residuals = point.Residuals,
        };
    }

    /// <summary>A solution of zeros.</summary>
    internal static OptimalFlowSolution Empty(PowerGrid grid, OptimalFlowForm form, OptimalFlowStatus status)
    {
        var (buses, branches, generators) = (grid.Buses.Count, grid.Branches.Count, grid.Generators.Count);
        return new OptimalFlowSolution
        {
            Status = status, Form = form, Cost = double.NaN, Iterations = 0, Method = "", Residuals = new(0, 0, 0, 0),
            VoltagePu = new double[buses], AngleDeg = new double[buses], PricePerMwh = new double[buses], PricePerMvarh = new double[buses],
            GeneratorMw = new double[generators], GeneratorMvar = new double[generators],
            FromMw = new double[branches], FromMvar = new double[branches], ToMw = new double[branches], ToMvar = new double[branches],
            FromLimitPrice = new double[branches], ToLimitPrice = new double[branches],
        };
    }

    static void Buses(FlowProgram program, InteriorPoint point, OptimalFlowSolution answer)
    {
        var money = program.CostScale * program.BaseMva;
        for (var i = 0; i < program.Pattern.Size; i++)
        {
            var b = program.Pattern.Order[i];
            var isOut = program.Roles.Kind[b] == GridBusKind.Isolated;
            answer.VoltagePu[b] = isOut ? double.NaN : point.X[2 * i + 1];
            answer.AngleDeg[b] = isOut ? double.NaN : point.X[2 * i] * (180 / Math.PI);
            answer.PricePerMwh[b] = isOut ? double.NaN : point.Prices[2 * i] / money;
            answer.PricePerMvarh[b] = isOut ? double.NaN : point.Prices[2 * i + 1] / money;
        }
    }

    static void Branches(FlowProgram program, InteriorPoint point, OptimalFlowSolution answer, double baseMva)
    {
        for (var q = 0; q < program.Used.Length; q++)
        {
            var k = program.Used[q];
            (answer.FromMw[k], answer.FromMvar[k]) = (point.Powers[4 * q] * baseMva, point.Powers[4 * q + 1] * baseMva);
            (answer.ToMw[k], answer.ToMvar[k]) = (point.Powers[4 * q + 2] * baseMva, point.Powers[4 * q + 3] * baseMva);
        }

        foreach (var (q, end, price) in point.RatingPrices())
        {
            (end == 0 ? answer.FromLimitPrice : answer.ToLimitPrice)[program.Used[q]] = price / (program.CostScale * baseMva);
        }
    }

    /// <summary>Outputs, and what those cost that were chosen.</summary>
    static double Generators(FlowProgram program, InteriorPoint point, PowerGrid grid, OptimalFlowSolution answer)
    {
        for (var g = 0; g < grid.Generators.Count; g++)
        {
            if (grid.Generators.InService[g] && program.Roles.Kind[grid.Generators.Bus[g]] != GridBusKind.Isolated)
            {
                (answer.GeneratorMw[g], answer.GeneratorMvar[g]) = (grid.Generators.MinMw[g], program.IsDc ? 0 : grid.Generators.MinMvar[g]);
            }
        }

        var cost = 0.0;
        for (var e = 0; e < program.Outputs.Length; e++)
        {
            var output = program.Outputs[e];
            var value = point.X[2 * program.Pattern.Size + e] * grid.BaseMva;
            (output.Row == 0 ? answer.GeneratorMw : answer.GeneratorMvar)[output.Generator] = value;
            cost += output.Cost.At(value);
        }

        return cost;
    }
}
