using System.Globalization;
using Spectre.Console;

namespace Suandian.Cli.Commands.Plans;

/// <summary>Shows the step at work, the time it takes and the gap of the solver: one living line on a screen, plain lines elsewhere.</summary>
sealed class StageBoard(Door door) : IProgress<StudyProgress>
{
    static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(10);

    readonly Terminal _terminal = door.Terminal;
    readonly TimeProvider _clock = door.Clock;
    readonly long _start = door.Clock.GetTimestamp();
    readonly Lock _lock = new();
    StudyProgress? _now;
    long _stageStart;
    long _lastPlain;
    StatusContext? _line;
    IAnsiConsole? _screen;

    /// <summary>Seconds every finished stage took, in order.</summary>
    internal List<(StudyStage Stage, double Seconds)> Times { get; } = [];

    /// <summary>Does the work while the board is shown; the work reports to the board.</summary>
    internal async Task<T> Watch<T>(Func<IProgress<StudyProgress>, T> work)
    {
        if (!_terminal.ErrorIsScreen || _terminal.Quiet)
        {
            return Finish(await Task.Run(() => work(this)));
        }

        _screen = Terminal.Draw(_terminal.Errors);
        return await _screen.Status().Spinner(Spinner.Known.Dots).StartAsync("…", async context =>
        {
            _line = context;
            await using var timer = _clock.CreateTimer(_ => Show(), null, Refresh, Refresh);
            return Finish(await Task.Run(() => work(this)));
        });
    }

    /// <inheritdoc/>
    public void Report(StudyProgress value)
    {
        lock (_lock)
        {
            if (_now?.Stage != value.Stage)
            {
                End();
                (_stageStart, _lastPlain) = (_clock.GetTimestamp(), _clock.GetTimestamp());
            }

            _now = value;
            if (_line is null && (value.Solver is not null || value.Subject is not null) && _clock.GetElapsedTime(_lastPlain) >= PlainInterval)
            {
                _lastPlain = _clock.GetTimestamp();
                _terminal.Remark(Words());
            }
        }

        Show();
    }

    T Finish<T>(T result)
    {
        lock (_lock)
        {
            End();
        }

        return result;
    }

    /// <summary>Closes the stage at work: its time is kept, its line printed for good.</summary>
    void End()
    {
        if (_now is { } now)
        {
            _now = now with { Subject = null };
            Times.Add((now.Stage, _clock.GetElapsedTime(_stageStart).TotalSeconds));
            if (_screen is null)
            {
                _terminal.Remark(Words());
            }
            else
            {
                _screen.WriteLine(Words());
            }

            _now = null;
        }
    }

    void Show()
    {
        lock (_lock)
        {
            if (_line is not null && _now is not null)
            {
                _line.Status = Markup.Escape(Words());
            }
        }
    }

    /// <summary>Seconds since the start, the stage, its own seconds, the solver's gap.</summary>
    string Words()
    {
        var stage = _terminal.Words("cli.stage." + _now!.Value.Stage.ToString().ToLowerInvariant());
        var words = string.Create(CultureInfo.InvariantCulture,
            $"[{_clock.GetElapsedTime(_start).TotalSeconds,7:0.0} s] {stage} {_clock.GetElapsedTime(_stageStart).TotalSeconds:0.0} s");
        if (_now.Value.Solver is not { } solver)
        {
            return _now.Value.Subject is { } subject ? words + "  " + subject : words;
        }

        var iterations = solver.Iterations.ToString(CultureInfo.InvariantCulture);
        return words + "  " + (double.IsFinite(solver.RelativeGap)
            ? _terminal.Words("cli.stage.gap", ("gap", solver.RelativeGap.ToString("0.0e+0", CultureInfo.InvariantCulture)), ("iterations", iterations))
            : _terminal.Words("cli.stage.iterations", ("iterations", iterations)));
    }
}
