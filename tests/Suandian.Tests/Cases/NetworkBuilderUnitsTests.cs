using Suandian.Cases;
using Suandian.Network;

namespace Suandian.Tests.Cases;

public class NetworkBuilderUnitsTests
{
    static readonly Generator Coal = new()
    {
        Name = "coal", Bus = "far", Carrier = "wind", CapacityMw = 60, Committable = true, MinimumPu = 0.4,
        StartCostYuan = 1000, MinUpH = 6, RampUpPuPerH = 0.3,
    };

    [Fact]
    public void A_start_costs_as_often_as_its_hour_stands_for_and_times_are_counted_in_hours()
    {
        var network = NetworkBuilder.Build(SmallCase.Create() with { Generators = [Coal] });

        var (units, ramps) = (network.Commitments!, network.Ramps!);
        Assert.Equal(1000 * 8760.0 / 168, units.StartCostYuan[5], 1e-9); // one week stands for the year
        Assert.Equal((6, 1), (units.MinUp[0], units.MinDown[0])); // with a ramp no start and stop in one hour
        Assert.True(units.IsCyclic && ramps.IsCyclic && ramps.CountsStarts);
        Assert.Equal((0.3, 0), (ramps.UpPu[7], ramps.Unit[0]));
        Assert.All(ramps.DownPu, limit => Assert.True(double.IsNaN(limit)));
        Assert.False(units.HasMachines(0));
    }

    [Fact]
    public void A_unit_with_modules_is_that_many_machines_and_one_that_may_grow_has_a_bound()
    {
        var machines = Coal with { ModuleMw = 20 };
        var growing = Coal with { Name = "growing", CapacityMw = 0, Expandable = true, CapacityMaxMw = 200, AvailabilityPu = 0.9 };

        var network = NetworkBuilder.Build(SmallCase.Create() with { Generators = [machines, growing] });

        Assert.Equal(20, network.Commitments!.MachineMw[0]);
        Assert.Equal(180, network.Commitments.BoundMw[1], 1e-9);
        Assert.Equal([20], network.Modules!.Size);
        Assert.Equal([60], network.Modules.Base);
    }

    [Fact]
    public void A_link_that_is_on_or_off_has_a_least_flow_and_others_have_none()
    {
        Link block = new() { Name = "block", Bus0 = "far", Bus1 = "near", Carrier = "wind", PowerMw = 10, Committable = true, MinimumPu = 0.5 };

        var network = NetworkBuilder.Build(SmallCase.Create() with { Links = [block, block with { Name = "wire", Committable = false }] });

        Assert.True(network.Commitments!.IsLink[0]);
        Assert.Equal((0.5, 0), (network.Links.Floor(3), network.Links.Floor(168 + 3)));
    }

    [Fact]
    public void A_case_without_units_and_ramps_has_no_arrays_of_them()
    {
        var network = NetworkBuilder.Build(SmallCase.Create() with { Generators = [Coal with { Committable = false, RampUpPuPerH = null }] });

        Assert.True(network is { Commitments: null, Ramps: null, Modules: null, Links.FloorPu: null });
    }
}
