using Suandian.Optimisation.Hourly;
using Suandian.Planning;
using Suandian.Planning.Sensitivities;

namespace Suandian.Optimisation;

public class OptimalFaceTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    static readonly SolverOptions Simplex = new() { Method = SolverMethod.Simplex };

    /// <summary>Ends are told to three digits; both methods certify 1e-8 of the value and 1e-6 in rows, which a small slope enlarges.</summary>
    const double Tolerance = 1e-4;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(2000, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ends_by_the_hourly_method_are_those_of_the_simplex_method(int seed)
    {
        var plan = PlanningModel.Build(HourlyDraw.Network(seed).Build(), new PlanningOptions());
        var vertex = Solver.Solve(plan.Linear, Simplex, null, Token);
        var (hourly, simplex) = (new OptimalFace(plan.Linear, vertex, HourlyOracle.Hourly), new OptimalFace(plan.Linear, vertex, Simplex));

        foreach (var column in Capacities(plan))
        {
            AssertEqual(f => f.End([(column, 1)], most: false, Token));
            AssertEqual(f => f.End([(column, 1)], most: true, Token));
        }

        void AssertEqual(Func<OptimalFace, FaceEnd> end) => AssertAlike(end(simplex), end(hourly));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ranges_of_limits_by_the_hourly_method_are_those_of_the_simplex_method(int seed)
    {
        var plan = PlanningModel.Build(HourlyDraw.Network(seed).Build(), new PlanningOptions());
        var vertex = Solver.Solve(plan.Linear, Simplex, null, Token);
        var (hourly, simplex) = (new OptimalFace(plan.Linear, vertex, HourlyOracle.Hourly), new OptimalFace(plan.Linear, vertex, Simplex));
        var links = new LimitLinks(plan, plan.Linear);

        foreach (var limit in plan.ReadSolution(vertex).LimitShadows.Where(s => s.YuanPerUnit > 1).Take(4))
        {
            AssertAlike(simplex.LimitEnd(links.Of(limit), most: false, Token), hourly.LimitEnd(links.Of(limit), most: false, Token));
            AssertAlike(simplex.LimitEnd(links.Of(limit), most: true, Token), hourly.LimitEnd(links.Of(limit), most: true, Token));
        }
    }

    static IEnumerable<int> Capacities(PlanningModel plan) =>
        new[] { plan.Variables.Generators.Capacity, plan.Variables.Storage.Power, plan.Variables.Links.Capacity }
            .SelectMany(v => Enumerable.Range(v.Block.First, v.Block.Length)).Where(j => plan.Linear.ColumnLower[j] < plan.Linear.ColumnUpper[j]).Take(6);

    static void AssertAlike(FaceEnd expected, FaceEnd actual)
    {
        Assert.Equal(expected.IsProved, actual.IsProved);
        if (double.IsInfinity(expected.Value))
        {
            Assert.Equal(expected.Value, actual.Value);
        }
        else
        {
            Assert.Equal(expected.Value, actual.Value, Tolerance * Math.Max(1, Math.Abs(expected.Value)));
        }
    }
}
