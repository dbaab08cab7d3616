namespace Suandian.Cli;

/// <summary>Memory this process may take.</summary>
static class FreeMemory
{
    /// <summary>What the machine or container has, less what other processes hold, bytes.</summary>
    internal static long Bytes()
    {
        var memory = GC.GetGCMemoryInfo();
        var others = Math.Max(0, memory.MemoryLoadBytes - Environment.WorkingSet); // 0 before the first collection
        return Math.Max(1, memory.TotalAvailableMemoryBytes - others);
    }
}
