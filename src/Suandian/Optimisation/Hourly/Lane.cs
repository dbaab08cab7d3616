using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Suandian.Optimisation.Hourly;

/// <summary>Eight numbers at a time: the same arithmetic in one instruction with AVX-512, in two with AVX2, in eight without.</summary>
static unsafe class Lane
{
    internal const int Width = 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Load(double* at) => Vector512.LoadAligned(at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(double* at, Vector512<double> value) => value.StoreAligned(at);

    /// <summary>a·b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, Vector512<double> c) => Vector512.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> All(double value) => Vector512.Create(value);

    /// <summary>The largest of the eight.</summary>
    internal static double Max(Vector512<double> value)
    {
        var most = value.GetElement(0);
        for (var l = 1; l < Width; l++)
        {
            most = Math.Max(most, value.GetElement(l));
        }

        return most;
    }

    internal static void Clear(double* at, long count)
    {
        for (long i = 0; i < count; i += Width)
        {
            Store(at + i, Vector512<double>.Zero);
        }
    }
}
