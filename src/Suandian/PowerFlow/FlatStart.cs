namespace Suandian.PowerFlow;

/// <summary>Angles of an unloaded grid: that of the slack, turned by every phase shift on the way.</summary>
/// <remarks>A transformer of a vector group turns the angle by up to 180°; from an angle that does not know it, Newton steps go astray.</remarks>
static class FlatStart
{
    /// <summary>Angles of all buses, degrees; 0 where no slack reaches. Shape [buses].</summary>
    internal static double[] AnglesDeg(PowerGrid grid)
    {
        var (buses, branches) = (grid.Buses, grid.Branches);
        var (angle, isReached, near) = (new double[buses.Count], new bool[buses.Count], new List<int>?[buses.Count]);
        for (var k = 0; k < branches.Count; k++)
        {
            if (GridIslands.IsUsed(grid, k))
            {
                (near[branches.From[k]] ??= []).Add(k);
                (near[branches.To[k]] ??= []).Add(k);
            }
        }

        var waiting = new Queue<int>();
        for (var b = 0; b < buses.Count; b++)
        {
            if (buses.Kind[b] == GridBusKind.Slack)
            {
                (angle[b], isReached[b]) = (buses.AngleDeg[b], true);
                waiting.Enqueue(b);
            }
        }

        while (waiting.TryDequeue(out var bus))
        {
            foreach (var k in near[bus] ?? [])
            {
                var (other, shift) = branches.From[k] == bus ? (branches.To[k], -branches.ShiftDeg[k]) : (branches.From[k], branches.ShiftDeg[k]);
                if (!isReached[other])
                {
                    (angle[other], isReached[other]) = (angle[bus] + shift, true);
                    waiting.Enqueue(other);
                }
            }
        }

        return angle;
    }
}
