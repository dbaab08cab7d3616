using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Limits of sums are found broken where they are.</summary>
public class ReplaySumsTests
{
    internal static readonly ReplayKind[] Planted = [ReplayKind.SumLimit];

    /// <summary>8 MW for 8760 h: the cheap plant may give half of the energy and emit 30 000 t, the dear one the rest.</summary>
    static HourlyNetwork Town(double mostMwh, double capT)
    {
        var network = new TinyNetwork
        {
            Hours = 2,
            Generators = [new("cheap", 0) { ExistingMw = 10, MarginalCost = 1, Co2TPerMwh = 1 }, new("dear", 0) { ExistingMw = 10, MarginalCost = 2 }],
            Loads = [new("town", 0, [8])],
        }.Build();
        return network with
        {
            Generators = network.Generators with { EnergyMinMwh = [0, 0], EnergyMaxMwh = [mostMwh, double.PositiveInfinity] },
            GlobalLimits = [new("cap", GlobalLimitKind.PrimaryEnergy, LimitSense.AtMost, capT, [new(LimitVariable.GeneratorPower, 0, 0, 4380), new(LimitVariable.GeneratorPower, 0, 1, 4380)])],
        };
    }

    [Theory]
    [InlineData(35_000, 30_000, "cap")]
    [InlineData(30_000, 35_000, "cheap")]
    public void A_plan_that_keeps_them_passes_and_one_that_does_not_is_named(double mostMwh, double capT, string name)
    {
        var network = Town(mostMwh, capT);
        var plan = Plans.Solve(network); // 30 000 MWh come from the cheap plant

        var broken = plan with { GeneratorMw = [.. plan.GeneratorMw.Select(mw => mw * 1.01)] };
        var check = Replay.Check(network, broken).Check(ReplayKind.SumLimit);

        Assert.Equal((name, false), (check.Component, check.Holds));
        Assert.Equal(0.01, check.Violation, 1e-9);
    }
}
