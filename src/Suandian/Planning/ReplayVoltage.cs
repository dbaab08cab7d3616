using Suandian.Network;

namespace Suandian.Planning;

/// <summary>Replays Kirchhoff's voltage law: bus angles are laid along a spanning tree of the lines; every other line must carry what its angles give.</summary>
/// <remarks>Linear power flow: flow = (θ0 − θ1) / x. Lines of unknown reactance are left out of the law.</remarks>
static class ReplayVoltage
{
    internal static void Check(HourlyNetwork network, PlanningSolution plan, ReplayLedger ledger)
    {
        var (lines, snapshots) = (network.Lines, network.Snapshots.Count);
        var (tree, closing) = SpanningTree(lines, network.Buses.Length);
        var floor = lines.ReactancePu.Where(x => x > 0).DefaultIfEmpty(1).Max();
        var angle = new double[network.Buses.Length];
        for (var t = 0; t < snapshots; t++)
        {
            foreach (var (line, from, to) in tree)
            {
                var flow = plan.LineMw[line * snapshots + t] * (from == lines.Bus0[line] ? 1 : -1);
                angle[to] = angle[from] - lines.ReactancePu[line] * flow;
            }

            foreach (var line in closing)
            {
                var x = lines.ReactancePu[line];
                var residual = angle[lines.Bus0[line]] - angle[lines.Bus1[line]] - x * plan.LineMw[line * snapshots + t];
                ledger.Note(ReplayKind.VoltageLaw, Math.Abs(residual) / (x > 0 ? x : floor), lines.Name[line], t);
            }
        }
    }

    /// <summary>Lines of the tree in the order that reaches each bus from one reached before, and the lines that close cycles.</summary>
    static (List<(int Line, int From, int To)> Tree, List<int> Closing) SpanningTree(Lines lines, int buses)
    {
        var known = Enumerable.Range(0, lines.Count).Where(l => !double.IsNaN(lines.ReactancePu[l])).ToList();
        var (tree, used, reached) = (new List<(int, int, int)>(), new HashSet<int>(), new bool[buses]);
        for (var root = 0; root < buses; root++)
        {
            var queue = new Queue<int>(reached[root] ? [] : [root]);
            reached[root] = true;
            while (queue.TryDequeue(out var bus))
            {
                foreach (var line in known.Where(l => lines.Bus0[l] == bus || lines.Bus1[l] == bus))
                {
                    var other = lines.Bus0[line] == bus ? lines.Bus1[line] : lines.Bus0[line];
                    if (!reached[other])
                    {
                        (reached[other], _) = (true, used.Add(line));
                        tree.Add((line, bus, other));
                        queue.Enqueue(other);
                    }
                }
            }
        }

        return (tree, known.FindAll(l => !used.Contains(l)));
    }
}
