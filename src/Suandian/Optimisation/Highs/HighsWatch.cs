using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using static Suandian.Optimisation.Highs.HighsNative;

namespace Suandian.Optimisation.Highs;

/// <summary>Listens to a run: reports progress and passes on the wish to stop.</summary>
sealed unsafe class HighsWatch(TimeProvider clock, IProgress<SolverProgress>? progress)
{
    /// <summary>Seconds between two reports of the simplex iteration count.</summary>
    const double Pause = 0.2;

    readonly long _begin = clock.GetTimestamp();
    double _nextIterations;
    volatile bool _stop;
    ExceptionDispatchInfo? _failure;

    /// <summary>Asks the run to stop at its next look.</summary>
    internal void Stop() => _stop = true;

    /// <summary>Throws what the caller's progress handler threw during the run.</summary>
    internal void Rethrow() => _failure?.Throw();

    /// <summary>Hears the callbacks of an instance until disposed.</summary>
    internal IDisposable Attach(HighsHandle highs)
    {
        var self = GCHandle.Alloc(this);
        var status = Highs_setCallback(highs, &Hear, (void*)GCHandle.ToIntPtr(self));
        foreach (var type in (ReadOnlySpan<int>)
            [CallbackLogging, CallbackSimplexInterrupt, CallbackIpmInterrupt, CallbackMipLogging, CallbackMipInterrupt])
        {
            status = Math.Min(status, Highs_startCallback(highs, type));
        }

        if (progress is not null && status != StatusError)
        {
            Highs_setBoolOptionValue(highs, "log_to_console", 1); // with a listener the lines go to it instead
        }

        return new Attachment(self);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Hear(int type, byte* message, void* dataOut, int* dataIn, void* self)
    {
        var watch = (HighsWatch)GCHandle.FromIntPtr((nint)self).Target!;
        try
        {
            watch.Report(type, message, dataOut);
        }
        catch (Exception e)
        {
            watch._failure ??= ExceptionDispatchInfo.Capture(e); // an exception must not cross native frames
            watch._stop = true;
        }

        var mayStop = type is CallbackSimplexInterrupt or CallbackIpmInterrupt or CallbackMipInterrupt;
        if (mayStop && dataIn is not null && watch._stop)
        {
            *dataIn = 1; // user_interrupt, the first field
        }
    }

    void Report(int type, byte* message, void* dataOut)
    {
        if (progress is null || _stop)
        {
            return;
        }

        var seconds = clock.GetElapsedTime(_begin).TotalSeconds;
        var point = type switch
        {
            CallbackMipLogging => Nodes(dataOut),
            CallbackLogging => Parse(Marshal.PtrToStringUTF8((nint)message) ?? ""),
            CallbackSimplexInterrupt when seconds >= _nextIterations => Pivots(dataOut),
            _ => null,
        };
        if (point is { } reached)
        {
            _nextIterations = seconds + Pause;
            progress.Report(reached with { Seconds = seconds });
        }
    }

    static SolverProgress Nodes(void* dataOut)
    {
        var (primal, dual) = (Real(dataOut, "mip_primal_bound"), Real(dataOut, "mip_dual_bound"));
        var nodes = *(long*)Highs_getCallbackDataOutItem(dataOut, "mip_node_count");
        return new SolverProgress(0, nodes, primal, dual, Gap(primal, dual));
    }

    /// <summary>Simplex writes a line every few seconds only; in between its count tells that it is alive.</summary>
    static SolverProgress Pivots(void* dataOut) => new(
        0, *(int*)Highs_getCallbackDataOutItem(dataOut, "simplex_iteration_count"), double.NaN, double.NaN, double.NaN);

    static double Real(void* dataOut, string name) => *(double*)Highs_getCallbackDataOutItem(dataOut, name);

    /// <summary>
    /// Reads an iteration line of the log: IPX "iteration, primal objective, dual objective, primal and dual
    /// infeasibility, gap, seconds"; simplex "iteration, objective, infeasibilities". Other lines give null.
    /// </summary>
    internal static SolverProgress? Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 3 || !long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var iteration))
        {
            return null;
        }

        if (words.Length == 7 && Number(words[1]) is { } primal && Number(words[2]) is { } dual && Number(words[5]) is not null)
        {
            return new SolverProgress(0, iteration, primal, dual, Gap(primal, dual));
        }

        return words[2].StartsWith("Pr:", StringComparison.Ordinal) && Number(words[1]) is { } objective
            ? new SolverProgress(0, iteration, objective, double.NaN, double.NaN)
            : null;
    }

    static double? Number(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    static double Gap(double primal, double dual) => Math.Abs(primal - dual) / Math.Max(1e-9, Math.Abs(primal));

    sealed class Attachment(GCHandle self) : IDisposable
    {
        GCHandle _self = self;

        public void Dispose() => _self.Free();
    }
}
