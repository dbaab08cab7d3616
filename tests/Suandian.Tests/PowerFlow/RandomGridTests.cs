using System.Globalization;
using System.Text;
using CsCheck;

namespace Suandian.PowerFlow;

/// <summary>Grids drawn at random: a tree, some further branches, taps, shifts, shunts, machines, parts out of service.</summary>
public class RandomGridTests
{
    [Fact]
    public void Every_random_grid_is_balanced_at_every_bus_and_equals_its_hour() =>
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var grid = GridTexts.Grid(Draw(new Random(seed)));
                var flow = AcFlow.Solve(grid, new FlowOptions { TolerancePu = 1e-10 });

                Assert.Equal(FlowStatus.Converged, flow.Status);
                var (active, reactive) = Balance(grid, flow);
                Assert.All(active.Concat(reactive), power => Assert.Equal(0, power, 1e-6));
                var hour = new HourlyFlow(grid, HourlyMethod.Newton).Solve(Injections(grid), tolerancePu: 1e-10, cancellation: TestContext.Current.CancellationToken);
                Assert.All(flow.VoltagePu.Zip(hour.VoltagePu), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
                Assert.All(flow.FromMvar.Zip(hour.FromMvar), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
            },
            iter: 150, threads: 1);

    [Fact]
    public void Blocks_and_exchange_of_rows_give_the_same_step() =>
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var grid = GridTexts.Grid(Draw(new Random(seed)));
                var roles = new FlowRoles(grid);
                var equations = FlowEquations.Of(grid, roles.Used, BranchTwoPorts.Of(grid, roles.Used), new System.Numerics.Complex[grid.Buses.Count]);
                var kernel = new NewtonKernel(equations);
                for (var i = 0; i < kernel.Size; i++)
                {
                    var bus = equations.Factors.Order[i];
                    kernel.Kinds[i] = roles.Kind[bus] switch { GridBusKind.Pq => Given.Powers, GridBusKind.Pv => Given.Voltage, _ => Given.Nothing };
                    (kernel.State[2 * i], kernel.State[2 * i + 1]) = (1 + 0.01 * Math.Sin(bus), 0.02 * Math.Cos(bus));
                    (kernel.Active[i], kernel.Reactive[i]) = (-0.1, -0.05);
                }

                kernel.Assemble();
                var check = new JacobianCheck(kernel, equations);
                check.Take();
                kernel.Factors.FactorAndSolve(kernel.Right);

                Assert.InRange(check.Residual(kernel.Right.ToArray(), out _), 0, 1e-9);
                Assert.All(check.Pivoting()!.Solve(check.Right).Zip(kernel.Right.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
            },
            iter: 150, threads: 1);

    static string Draw(Random random)
    {
        var n = random.Next(2, 40);
        var (buses, generators, branches) = (new StringBuilder("1 3 0 0 0 0 1 1 7 110 1 1.1 0.9;\n"), new StringBuilder("1 0 0 999 -999 1.02 100 1 999 -999;\n"), new StringBuilder());
        for (var b = 2; b <= n; b++)
        {
            var isHeld = random.Next(6) == 0;
            buses.Append(CultureInfo.InvariantCulture, $"{b} {(isHeld ? 2 : 1)} {8 * random.NextDouble()} {4 * random.NextDouble()} {random.Next(2)} {random.Next(-2, 3)} 1 1 0 110 1 1.1 0.9;\n");
            if (isHeld || random.Next(8) == 0)
            {
                generators.Append(CultureInfo.InvariantCulture, $"{b} {9 * random.NextDouble()} 1 50 -50 {0.98 + 0.04 * random.NextDouble()} 100 1 99 0;\n");
            }

            Branch(random.Next(1, b), b, 1);
        }

        for (var k = random.Next(n); k > 0 && n > 2; k--)
        {
            var from = random.Next(1, n + 1);
            Branch(from, (from + random.Next(n - 1)) % n + 1, random.Next(4) == 0 ? 0 : 1);
        }

        return GridTexts.Case(buses.ToString(), generators.ToString(), branches.ToString());

        void Branch(int from, int to, int status)
        {
            var (isTransformer, x) = (random.Next(5) == 0, 0.02 + 0.1 * random.NextDouble());
            branches.Append(CultureInfo.InvariantCulture,
                $"{from} {to} {x * random.NextDouble()} {x} {0.05 * random.NextDouble()} 0 0 0 {(isTransformer ? 0.95 + 0.1 * random.NextDouble() : 0)} {(isTransformer ? random.Next(-2, 3) : 0)} {status} -360 360;\n");
        }
    }

    static (double[] Active, double[] Reactive) Balance(PowerGrid grid, AcFlowSolution flow)
    {
        double[] active = [.. grid.Buses.LoadMw.Select((mw, b) => -mw - grid.Buses.ShuntMw[b] * flow.VoltagePu[b] * flow.VoltagePu[b])];
        double[] reactive = [.. grid.Buses.LoadMvar.Select((mvar, b) => -mvar + grid.Buses.ShuntMvar[b] * flow.VoltagePu[b] * flow.VoltagePu[b])];
        for (var g = 0; g < grid.Generators.Count; g++)
        {
            active[grid.Generators.Bus[g]] += flow.GeneratorMw[g];
            reactive[grid.Generators.Bus[g]] += flow.GeneratorMvar[g];
        }

        for (var k = 0; k < grid.Branches.Count; k++)
        {
            active[grid.Branches.From[k]] -= flow.FromMw[k];
            active[grid.Branches.To[k]] -= flow.ToMw[k];
            reactive[grid.Branches.From[k]] -= flow.FromMvar[k];
            reactive[grid.Branches.To[k]] -= flow.ToMvar[k];
        }

        return (active, reactive);
    }

    static HourlyInjections Injections(PowerGrid grid)
    {
        double[] active = [.. grid.Buses.LoadMw.Select(mw => -mw)], reactive = [.. grid.Buses.LoadMvar.Select(mvar => -mvar)];
        for (var g = 0; g < grid.Generators.Count; g++)
        {
            active[grid.Generators.Bus[g]] += grid.Generators.PowerMw[g];
            reactive[grid.Generators.Bus[g]] += grid.Generators.PowerMvar[g];
        }

        return new HourlyInjections(1, active, reactive);
    }
}
