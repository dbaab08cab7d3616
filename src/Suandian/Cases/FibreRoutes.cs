using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Cases;

/// <summary>Routes of least delay over the fibres from one bus to all others.</summary>
/// <remarks>
/// Dijkstra's algorithm on one-way propagation delay (E. W. Dijkstra, Numerische Mathematik 1, 1959, doi:10.1007/BF01386390).
/// A fibre that has no capacity and may get none is no part of a route. Of two routes of equal delay the one found
/// over the earlier fibre stays, so that the answer does not depend on chance.
/// </remarks>
sealed class FibreRoutes
{
    readonly Fibres _fibres;
    readonly int[] _arrivedBy;
    readonly int[] _from;

    /// <summary>Routes from one bus.</summary>
    /// <param name="fibres">Fibres.</param>
    /// <param name="busCount">Number of buses.</param>
    /// <param name="origin">Index of the bus where routes begin.</param>
    internal FibreRoutes(Fibres fibres, int busCount, int origin)
    {
        _fibres = fibres;
        DelayMs = new double[busCount];
        _arrivedBy = new int[busCount];
        _from = new int[busCount];
        Array.Fill(DelayMs, double.PositiveInfinity);
        Array.Fill(_arrivedBy, -1);
        DelayMs[origin] = 0;
        Search(busCount, origin);
    }

    /// <summary>One-way delay to each bus, ms; infinite where there is no route. Shape [buses].</summary>
    internal double[] DelayMs { get; }

    /// <summary>Fibres from the origin to a bus, in the order they are passed.</summary>
    internal ImmutableArray<int> To(int bus)
    {
        var route = new Stack<int>();
        for (int at = bus; _arrivedBy[at] >= 0; at = _from[at])
            route.Push(_arrivedBy[at]);
        return [.. route];
    }

    void Search(int busCount, int origin)
    {
        var queue = new PriorityQueue<int, (double Delay, int Bus)>();
        bool[] done = new bool[busCount];
        queue.Enqueue(origin, (0, origin));
        while (queue.TryDequeue(out int bus, out _))
        {
            if (done[bus])
                continue;
            done[bus] = true;
            for (int f = 0; f < _fibres.Count; f++)
            {
                int other = _fibres.Bus0[f] == bus ? _fibres.Bus1[f] : _fibres.Bus1[f] == bus ? _fibres.Bus0[f] : -1;
                double delay = DelayMs[bus] + _fibres.DelayMs[f];
                if (other < 0 || done[other] || _fibres.MaxGbitS[f] <= 0 || delay >= DelayMs[other])
                    continue;
                (DelayMs[other], _arrivedBy[other], _from[other]) = (delay, f, bus);
                queue.Enqueue(other, (delay, other));
            }
        }
    }
}
