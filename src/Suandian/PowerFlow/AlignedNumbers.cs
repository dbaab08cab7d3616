namespace Suandian.PowerFlow;

/// <summary>An array of doubles that stays where it is and begins on a 64-byte line, so that blocks of four never straddle two lines.</summary>
sealed unsafe class AlignedNumbers
{
    const int Line = 64;

    readonly double[] _kept;

    internal AlignedNumbers(int count)
    {
        Count = count;
        _kept = GC.AllocateArray<double>(count + Line / sizeof(double), pinned: true);
        var address = (nuint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _kept[0]);
        First = (double*)((address + Line - 1) / Line * Line);
    }

    /// <summary>Number of doubles.</summary>
    internal int Count { get; }

    /// <summary>The first of them; valid as long as this object is alive.</summary>
    internal double* First { get; }

    /// <summary>The numbers.</summary>
    internal Span<double> Span => new(First, Count);
}
