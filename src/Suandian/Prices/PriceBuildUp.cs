using System.Collections.Immutable;
using Suandian.Network;
using Suandian.Planning;

namespace Suandian.Prices;

/// <summary>What a delivered MWh and a GPU-hour cost, part by part, so that parts times volumes give the annual cost exactly.</summary>
/// <remarks>
/// Rule. All buses that are not far ends form the local region, far ends the other.
/// Price of a MWh = cost of all energy items of the region, plus energy received over the border between the regions less energy sent
/// (valued at the price of the receiving bus), over the energy delivered there: other load served plus computing.
/// Shared costs, the demand charge among them, fall on other load and computing by energy.
/// Cost of computing = servers, halls, upkeep, fibres, losses from undone and waiting work, and its electricity at the price of its region, over the work demanded.
/// Then: local price · other local load + far price · other far load + GPU-hour price · demand = objective.
/// A region without any use has no price of its own: its items fall on the other. Without computing demand its costs have no price (<see cref="UnpricedYuan"/>).
/// Heat is inside electricity: energy delivered at heat buses is not counted.
/// Checked against: a case solved by hand; the identity above, 1e-12 relative.
/// </remarks>
public sealed record PriceBuildUp
{
    /// <summary>All items of cost.</summary>
    public required ImmutableArray<CostItem> Items { get; init; }

    /// <summary>Energy cost of the local region by part, yuan/a.</summary>
    public required ImmutableSortedDictionary<PricePart, double> LocalEnergyYuan { get; init; }

    /// <summary>Energy cost of the far ends by part, yuan/a.</summary>
    public required ImmutableSortedDictionary<PricePart, double> FarEnergyYuan { get; init; }

    /// <summary>Cost of computing by part, yuan/a.</summary>
    public required ImmutableSortedDictionary<PricePart, double> ComputingYuan { get; init; }

    /// <summary>Other load served, MWh/a.</summary>
    public required RegionPair OtherLoadMwh { get; init; }

    /// <summary>Electricity of computing, MWh/a.</summary>
    public required RegionPair ComputingMwh { get; init; }

    /// <summary>Average price of supply, yuan/MWh; 0 where nothing is used.</summary>
    public required RegionPair PriceYuanPerMwh { get; init; }

    /// <summary>Work demanded, GPU-hours/a.</summary>
    public required double DemandGpuH { get; init; }

    /// <summary>Work done, GPU-hours/a.</summary>
    public required double DoneGpuH { get; init; }

    /// <summary>Price of a GPU-hour of demand, yuan; 0 without demand.</summary>
    public double GpuHourYuan => DemandGpuH > 0 ? ComputingYuan.Values.Sum() / DemandGpuH : 0;

    /// <summary>Costs that no volume carries: computing without demand, energy without use, yuan/a.</summary>
    public required double UnpricedYuan { get; init; }

    /// <summary>Annual cost, yuan/a: sum of the items.</summary>
    public double TotalYuan => Items.Sum(i => i.YuanPerYear);

    /// <summary>Builds the prices of a plan.</summary>
    /// <param name="network">Network the plan was solved on.</param>
    /// <param name="plan">Plan with a solution.</param>
    /// <param name="tags">Parts and regions.</param>
    public static PriceBuildUp From(HourlyNetwork network, PlanningSolution plan, CostTags tags)
    {
        var items = CostAccount.Of(network, plan, tags);
        var other = Uses.OtherLoad(network, plan, tags);
        var computing = Uses.Computing(network, plan, tags);
        var localUse = other.Local + computing.Local;
        var farUse = other.Far + computing.Far;
        var transfer = localUse > 0 && farUse > 0 ? Uses.Transfer(network, plan, tags) : 0;
        bool IsFar(CostItem item) => farUse > 0 && (item.IsFar || localUse == 0);
        var local = Parts(items.Where(i => !IsComputing(i.Part) && !IsFar(i)), (PricePart.Transfer, transfer));
        var far = Parts(items.Where(i => !IsComputing(i.Part) && IsFar(i)), (PricePart.Transfer, -transfer));
        var price = new RegionPair(Over(local.Values.Sum(), localUse), Over(far.Values.Sum(), farUse));
        var power = (price.Local * computing.Local) + (price.Far * computing.Far);
        var compute = Parts(items.Where(i => IsComputing(i.Part)), (PricePart.Power, power));
        var w = network.Workloads;
        var demand = Enumerable.Range(0, w.Count).Sum(i => Year.Sum(network, w.ArrivalGpuH, i));
        return new PriceBuildUp
        {
            Items = items,
            LocalEnergyYuan = local,
            FarEnergyYuan = far,
            ComputingYuan = compute,
            OtherLoadMwh = other,
            ComputingMwh = computing,
            PriceYuanPerMwh = price,
            DemandGpuH = demand,
            DoneGpuH = Enumerable.Range(0, w.Pairs.Length).Sum(p => Year.Sum(network, plan.RunGpuH, p)),
            UnpricedYuan = (localUse + farUse > 0 ? 0 : local.Values.Sum()) + (demand > 0 ? 0 : compute.Values.Sum()),
        };
    }

    /// <summary>True for the parts of a GPU-hour.</summary>
    public static bool IsComputing(PricePart part) => part >= PricePart.Servers;

    static double Over(double yuan, double volume) => volume > 0 ? yuan / volume : 0;

    static ImmutableSortedDictionary<PricePart, double> Parts(IEnumerable<CostItem> items, (PricePart Part, double Yuan) more) =>
        items.Select(i => (i.Part, Yuan: i.YuanPerYear)).Append(more)
            .GroupBy(i => i.Part)
            .Select(g => KeyValuePair.Create(g.Key, g.Sum(i => i.Yuan)))
            .Where(g => g.Value != 0)
            .ToImmutableSortedDictionary();
}

/// <summary>A figure for the local region and one for the far ends.</summary>
/// <param name="Local">Local buses.</param>
/// <param name="Far">Far ends.</param>
public readonly record struct RegionPair(double Local, double Far);
