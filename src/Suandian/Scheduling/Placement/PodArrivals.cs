using System.Collections.Immutable;
using Suandian.Weather;

namespace Suandian.Scheduling.Placement;

/// <summary>The order in which pods arrive.</summary>
/// <remarks>
/// The list is shuffled; then pods are drawn from it, each as likely as another, until what has arrived reaches the load.
/// A list that reaches it earlier is cut there. Source: the experiments of Weng et al., USENIX ATC 2023, 5.
/// </remarks>
static class PodArrivals
{
    /// <summary>Numbers of the pods in the order of arrival.</summary>
    /// <param name="pods">The list; some pod needs a GPU.</param>
    /// <param name="loadMilli">GPU that arrives in all, thousandths: the pod that reaches it is the last.</param>
    /// <param name="random">Numbers that decide.</param>
    internal static int[] Draw(ImmutableArray<Pod> pods, double loadMilli, SplitMix64 random)
    {
        int[] order = [.. Enumerable.Range(0, pods.Length)];
        Shuffle(order, random);
        var (arrivals, arrived) = (new List<int>(order.Length), 0.0);
        for (var i = 0; arrived < loadMilli; i++)
        {
            arrivals.Add(i < order.Length ? order[i] : (int)(random.Uniform() * pods.Length));
            arrived += pods[arrivals[^1]].TotalMilli;
        }

        return [.. arrivals];
    }

    /// <summary>Puts numbers into an order, each as likely as another.</summary>
    internal static void Shuffle(int[] numbers, SplitMix64 random)
    {
        for (var i = numbers.Length - 1; i > 0; i--)
        {
            var k = (int)(random.Uniform() * (i + 1));
            (numbers[i], numbers[k]) = (numbers[k], numbers[i]);
        }
    }
}
