using System.Runtime.InteropServices;

namespace Suandian.Optimisation.Highs;

/// <summary>While it lives, what the process writes on standard output goes to standard error.</summary>
/// <remarks>
/// HiGHS 1.12 repairs points of a mixed-integer search with a line of printf that no option turns off
/// (HighsMipSolverData::transformNewIntegerFeasibleSolution), and standard output carries answers only. Descriptors: man 2 dup; buffers: man 3 fflush.
/// </remarks>
sealed partial class OutputAside : IDisposable
{
    const int StandardOutput = 1;
    const int StandardError = 2;

    static readonly Lock Gate = new();
    static int _living;
    static int _kept = -1;

    internal OutputAside()
    {
        lock (Gate)
        {
            if (_living++ == 0)
            {
                _ = Flush(0);
                _kept = Duplicate(StandardOutput);
                _ = DuplicateTo(StandardError, StandardOutput);
            }
        }
    }

    /// <summary>Gives standard output back once nobody wants it aside.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (--_living == 0)
            {
                _ = Flush(0);
                _ = DuplicateTo(_kept, StandardOutput);
                _ = Close(_kept);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int Flush(nint stream);

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int DuplicateTo(int from, int to);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
