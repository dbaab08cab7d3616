using System.Runtime.InteropServices;

namespace Suandian.Optimisation.Hourly;

/// <summary>Aligned memory of one solve, freed all at once.</summary>
sealed unsafe class LaneMemory : SafeHandle
{
    const int Alignment = 64;

    readonly List<nint> _blocks = [];

    internal LaneMemory()
        : base(0, ownsHandle: true) => SetHandle(1);

    /// <inheritdoc/>
    public override bool IsInvalid => false;

    /// <summary>Memory for this many numbers, all 0, aligned to 64 bytes.</summary>
    internal double* Take(long count)
    {
        var bytes = checked((nuint)Math.Max(count, 1) * sizeof(double));
        var block = NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Clear(block, bytes);
        _blocks.Add((nint)block);
        return (double*)block;
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        foreach (var block in _blocks)
        {
            NativeMemory.AlignedFree((void*)block);
        }

        _blocks.Clear();
        return true;
    }
}
