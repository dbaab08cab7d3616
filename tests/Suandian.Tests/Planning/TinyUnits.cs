using Suandian.Network;

namespace Suandian.Planning;

/// <summary>A generator that is on or off.</summary>
sealed record TinyUnit(int Generator)
{
    public double StartCost { get; init; }

    public int MinUp { get; init; } = 1;

    public int MinDown { get; init; } = 1;

    /// <summary>Size of the machines it is made of; one machine where NaN.</summary>
    public double Machine { get; init; } = double.NaN;

    public double RampUp { get; init; } = double.NaN;

    public double RampDown { get; init; } = double.NaN;

    /// <summary>A network of which some generators are on or off, cyclic within each block, as a case of our own is built.</summary>
    internal static HourlyNetwork In(HourlyNetwork network, params ReadOnlySpan<TinyUnit> units)
    {
        var (all, T, generators) = (units.ToArray(), network.Snapshots.Count, network.Generators);
        return network with
        {
            Commitments = new()
            {
                Name = Array.ConvertAll(all, u => generators.Name[u.Generator]),
                IsLink = new bool[all.Length],
                Component = Array.ConvertAll(all, u => u.Generator),
                IsCyclic = true,
                MachineMw = Array.ConvertAll(all, u => u.Machine),
                BoundMw = Array.ConvertAll(all, u => generators.MaxMw[u.Generator]),
                MinUp = Array.ConvertAll(all, u => u.MinUp),
                MinDown = Array.ConvertAll(all, u => u.MinDown),
                UpBefore = new int[all.Length],
                DownBefore = new int[all.Length],
                StartCostYuan = [.. all.SelectMany(u => network.Snapshots.WeightH.Select(w => w * u.StartCost))],
                StopCostYuan = new double[all.Length * T],
                StandByYuanPerH = new double[all.Length * T],
            },
            Ramps = new()
            {
                Name = Array.ConvertAll(all, u => generators.Name[u.Generator]),
                IsLink = new bool[all.Length],
                Component = Array.ConvertAll(all, u => u.Generator),
                IsCyclic = true,
                CountsStarts = true,
                InitialMw = Array.ConvertAll(all, _ => double.NaN),
                UpPu = [.. all.SelectMany(u => Enumerable.Repeat(u.RampUp, T))],
                DownPu = [.. all.SelectMany(u => Enumerable.Repeat(u.RampDown, T))],
                Unit = [.. Enumerable.Range(0, all.Length)],
                StartPu = Array.ConvertAll(all, _ => 1.0),
                StopPu = Array.ConvertAll(all, _ => 1.0),
            },
        };
    }
}
