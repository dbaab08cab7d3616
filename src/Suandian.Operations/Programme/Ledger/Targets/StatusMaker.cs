using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Ledger.Targets;

/// <summary>Judges targets at the end of a day.</summary>
public sealed class StatusMaker
{
    readonly LedgerState _state;
    readonly DateOnly _day;
    readonly FigureMaker _figures;
    readonly TargetTitles _titles;

    /// <summary>A maker for one state and day.</summary>
    /// <param name="state">The state, which holds a programme.</param>
    /// <param name="day">The day.</param>
    /// <param name="isStrict">Only rows that evidence proves count.</param>
    public StatusMaker(LedgerState state, DateOnly day, bool isStrict)
    {
        ArgumentNullException.ThrowIfNull(state);
        _state = state;
        _day = day;
        _figures = new FigureMaker(state, day, isStrict);
        _titles = TargetTitles.Of(state);
    }

    /// <summary>Every target in the order of its code: T2 before T10.</summary>
    public ImmutableArray<TargetStatus> All() =>
        [.. _state.Rows("targets").Select(Target.From).OrderBy(t => t.Id, CodeOrder.Instance).Select(Judge)];

    /// <summary>One target; null where there is no such code.</summary>
    public TargetStatus? Of(string target) =>
        _state.Row("targets", target) is { } row ? Judge(Target.From(row)) : null;

    TargetStatus Judge(Target target)
    {
        var figure = target.Indicator.Length == 0 ? null : _figures.Make(target.Indicator);
        var flags = StatusFlags.Of(target, figure, _state);
        if (Unclear(target, figure) is { } why)
        {
            return new TargetStatus
            {
                Target = target, Title = _titles.Title(target), Part = _titles.Part(target), Figure = figure, Counted = figure?.Value,
                Standing = Standing.Unclear, Reason = why, Planned = null, ReachedOn = null, IsOver = false, Flags = flags,
            };
        }

        var judgement = new Judgement(target, figure!, _day);
        var (standing, reason) = judgement.Make();
        return new TargetStatus
        {
            Target = target, Title = _titles.Title(target), Part = _titles.Part(target), Figure = figure, Counted = judgement.Counted,
            Standing = standing, Reason = reason, Planned = judgement.Planned,
            ReachedOn = judgement.ReachedOn(), IsOver = judgement.IsOver,
            Flags = [.. flags, .. StatusFlags.Of(judgement)],
        };
    }

    static Text? Unclear(Target target, Figure? figure)
    {
        if (figure is null)
        {
            return Phrases.Of("ledger.unclear.indicator");
        }

        if (target.Interval is null && target.Value is null)
        {
            return Phrases.Of(target.Comparator switch
            {
                Comparator.DirectionDown or Comparator.DirectionUp => "ledger.unclear.baseline",
                Comparator.CountOnly => "ledger.unclear.count_only",
                _ => "ledger.unclear.threshold",
            });
        }

        string counted = CountingUnit.Of(figure.Indicator.Unit).Name, promised = CountingUnit.Of(target.Unit).Name;
        return promised.Length > 0 && counted != promised
            ? Phrases.Of("ledger.unclear.unit", ("target", target.Unit), ("indicator", figure.Indicator.Unit))
            : null;
    }
}
