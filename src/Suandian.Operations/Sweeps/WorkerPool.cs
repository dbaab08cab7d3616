using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Suandian.Operations.Sweeps;

/// <summary>Computes variants in several processes of this program, so that one that breaks down costs its variant and nothing else.</summary>
/// <remarks>A worker is told a number on standard input, answers <c>done</c> or <c>failed</c> with it on standard output, and ends when the input ends.</remarks>
/// <param name="program">How a worker is called.</param>
/// <param name="folder">Folder of the sweep.</param>
/// <param name="options">Options of the worker.</param>
public sealed class WorkerPool(ProgramCall program, SweepFolder folder, ImmutableArray<string> options)
{
    /// <summary>How long a broken worker's last words and a signal to this process are waited for.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    /// <summary>Computes the variants.</summary>
    /// <param name="numbers">Numbers, in the order in which they are given out.</param>
    /// <param name="processes">Processes at work at once, at least 1.</param>
    /// <param name="progress">Told of every variant that ended.</param>
    /// <param name="cancellation">Ends all workers at once.</param>
    public async Task Run(IReadOnlyList<int> numbers, int processes, IProgress<VariantEnd> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentOutOfRangeException.ThrowIfLessThan(processes, 1);
        var waiting = new ConcurrentQueue<int>(numbers);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(processes, numbers.Count)).Select(_ => Slot(waiting, progress, cancellation)));
    }

    async Task Slot(ConcurrentQueue<int> waiting, IProgress<VariantEnd> progress, CancellationToken cancellation)
    {
        Worker? worker = null;
        try
        {
            while (!cancellation.IsCancellationRequested && waiting.TryDequeue(out int number))
            {
                worker ??= new Worker(program, folder, options);
                var end = await worker.Do(number, cancellation);
                cancellation.ThrowIfCancellationRequested();
                progress.Report(end);
                if (worker.HasEnded)
                {
                    worker.Dispose();
                    worker = null;
                }
            }
        }
        finally
        {
            worker?.Dispose();
        }
    }

    /// <summary>One process.</summary>
    sealed class Worker : IDisposable
    {
        readonly Process _process;
        readonly ConcurrentQueue<string> _said = new();

        internal Worker(ProgramCall program, SweepFolder folder, ImmutableArray<string> options)
        {
            var start = new ProcessStartInfo(program.File)
            {
                UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            };
            foreach (string argument in program.Worker(folder.Path, options))
            {
                start.ArgumentList.Add(argument);
            }

            _process = Process.Start(start)!;
            _process.ErrorDataReceived += (_, line) =>
            {
                if (!string.IsNullOrWhiteSpace(line.Data))
                {
                    _said.Enqueue(line.Data);
                }
            };
            _process.BeginErrorReadLine();
        }

        internal bool HasEnded { get; private set; }

        internal async Task<VariantEnd> Do(int number, CancellationToken cancellation)
        {
            string name = number.ToString(CultureInfo.InvariantCulture);
            string? answer = null;
            try
            {
                await _process.StandardInput.WriteLineAsync(name.AsMemory(), cancellation);
                await _process.StandardInput.FlushAsync(cancellation);
                answer = await _process.StandardOutput.ReadLineAsync(cancellation);
            }
            catch (IOException)
            {
                answer = null; // the pipe broke because the worker did
            }

            if (answer == $"done {name}")
            {
                return new VariantEnd(number, null);
            }

            if (answer is not null && answer.StartsWith($"failed {name} ", StringComparison.Ordinal))
            {
                return new VariantEnd(number, answer[$"failed {name} ".Length..]);
            }

            HasEnded = true;
            await Task.Delay(Grace, cancellation);
            return new VariantEnd(number, await LastWords());
        }

        public void Dispose()
        {
            try
            {
                _process.StandardInput.Close();
                if (!_process.WaitForExit(Grace))
                {
                    _process.Kill(entireProcessTree: true);
                }
            }
            catch (Exception ended) when (ended is InvalidOperationException or IOException)
            {
                _ = ended; // it is gone already
            }

            _process.Dispose();
        }

        /// <summary>Exit code and the last line on standard error.</summary>
        async Task<string> LastWords()
        {
            using var limit = new CancellationTokenSource(Grace);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }

            string code = _process.HasExited ? _process.ExitCode.ToString(CultureInfo.InvariantCulture) : "–";
            return $"exit {code}: {_said.LastOrDefault() ?? "–"}";
        }
    }
}
