namespace Suandian.Scheduling.Machines;

/// <summary>Lists of nodes that share a node share a queue.</summary>
static class QueuesOfNodes
{
    /// <summary>Number of the queue of each list of nodes.</summary>
    internal static int[] Of(MachineJobs jobs)
    {
        var root = Enumerable.Range(0, jobs.Eligible.Count).ToArray();
        var ofNode = new int[jobs.Layout.Nodes];
        Array.Fill(ofNode, -1);
        for (var list = 0; list < root.Length; list++)
        {
            foreach (var node in jobs.Eligible[list])
            {
                if (ofNode[node] < 0)
                {
                    ofNode[node] = list;
                }

                root[Find(list)] = Find(ofNode[node]);
            }
        }

        var numbers = new Dictionary<int, int>();
        return [.. root.Select((_, list) => Number(Find(list)))];

        int Find(int list)
        {
            while (root[list] != list)
            {
                list = root[list];
            }

            return list;
        }

        int Number(int list)
        {
            numbers.TryAdd(list, numbers.Count);
            return numbers[list];
        }
    }
}
