using System.Runtime.InteropServices;

namespace Suandian.Cli;

/// <summary>Ctrl-C and SIGTERM: the first asks the work to stop, the second ends the program.</summary>
sealed class Interruption : IDisposable
{
    /// <summary>How long the work may take to stop by itself.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(700);

    readonly CancellationTokenSource _source = new();
    readonly PosixSignalRegistration[] _signals;
    readonly List<Text> _kept = [];
    readonly Lock _lock = new();

    internal Interruption() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    internal CancellationToken Token => _source.Token;

    /// <summary>What a user who stops now still has.</summary>
    internal IReadOnlyList<Text> Kept
    {
        get
        {
            lock (_lock)
            {
                return [.. _kept];
            }
        }
    }

    /// <summary>Notes something that outlives a stop.</summary>
    internal void Keep(Text what)
    {
        lock (_lock)
        {
            _kept.Add(what);
        }
    }

    /// <summary>Waits for the work, but not much longer than the first signal.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped, by itself or not.</exception>
    internal async Task<int> Run(Task<int> work)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (Token.Register(() => stopped.TrySetResult()))
        {
            if (await Task.WhenAny(work, stopped.Task) != work)
            {
                await Task.WhenAny(work, Task.Delay(Grace, CancellationToken.None));
                Token.ThrowIfCancellationRequested();
            }
        }

        return await work;
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    void OnSignal(PosixSignalContext signal)
    {
        if (!_source.IsCancellationRequested)
        {
            signal.Cancel = true;
            _source.Cancel();
        }
    }
}
