using System.Runtime.InteropServices;

namespace Suandian.Optimisation.Highs;

/// <summary>While it lives, what native code writes on standard output and standard error goes nowhere.</summary>
/// <remarks>
/// HiGHS 1.12 repairs points of a mixed-integer search with a line of printf that no option turns off
/// (HighsMipSolverData::transformNewIntegerFeasibleSolution); standard output carries answers only, and standard error what was asked to be said.
/// The console of .NET writes to duplicates of both that it makes when first used, so that what the program itself says in the meantime is kept.
/// Descriptors: man 2 dup; buffers: man 3 fflush.
/// </remarks>
sealed partial class OutputAside : IDisposable
{
    const int StandardOutput = 1;
    const int StandardError = 2;

    /// <summary>O_WRONLY of open(2), as in fcntl.h of Linux and macOS.</summary>
    const int WriteOnly = 1;

    static readonly Lock Gate = new();
    static readonly int[] Streams = [StandardOutput, StandardError];
    static readonly int[] Kept = [-1, -1];
    static int _living;

    internal OutputAside()
    {
        lock (Gate)
        {
            if (_living++ == 0)
            {
                _ = Flush(0);
                var nowhere = Open("/dev/null", WriteOnly);
                for (var i = 0; i < Streams.Length; i++)
                {
                    Kept[i] = Duplicate(Streams[i]);
                    _ = DuplicateTo(nowhere, Streams[i]);
                }

                _ = Close(nowhere);
            }
        }
    }

    /// <summary>Gives both streams back once nobody wants it aside.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (--_living == 0)
            {
                _ = Flush(0);
                for (var i = 0; i < Streams.Length; i++)
                {
                    _ = DuplicateTo(Kept[i], Streams[i]);
                    _ = Close(Kept[i]);
                }
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int Flush(nint stream);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int DuplicateTo(int from, int to);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
