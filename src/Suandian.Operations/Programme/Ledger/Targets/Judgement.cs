using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Ledger.Targets;

/// <summary>A target that has a threshold and a figure, judged at the end of a day.</summary>
/// <remarks>A due date is the last day on which the figure may still be reached; at its end a target that is not reached is late.</remarks>
sealed record Judgement(Target Target, Figure Figure, DateOnly Day)
{
    DateOnly Due => Target.Due ?? DateOnly.MaxValue;

    decimal? Value => Counted;

    /// <summary>What of the figure counts towards the target: all of it, but for a target of so many a quarter only what fills a quarter.</summary>
    /// <remarks>Each piece that a quarter lacks is one the target can no longer have, however many other quarters hold too much: four events, none of them in the second quarter, are 3 of 4.</remarks>
    internal decimal? Counted
    {
        get
        {
            if (Target.Plan.Kind != PlanKind.EachQuarter || Figure.Value is not { } figure || Target.Value is not { } asked)
            {
                return Figure.Value;
            }

            decimal lacking = Quarters.Sum(q => Math.Max(0, PerQuarter - In(q)));
            return lacking == 0 ? figure : Math.Clamp(asked - lacking, 0, figure);
        }
    }

    /// <summary>Reached, but only after the due date.</summary>
    internal DateOnly? ReachedLate => ReachedOn() is { } day && day > Due ? day : null;

    /// <summary>Quarters of the target, and those that hold as many as were promised for each.</summary>
    internal (int All, int Met) ByQuarters => (Quarters.Length, Quarters.Count(q => In(q) >= PerQuarter));

    /// <summary>True above the upper end of a range, or above what exactly was asked for.</summary>
    internal bool IsOver => Target.Comparator switch
    {
        Comparator.Range => Value > Target.Max,
        Comparator.Equal => Value > Target.Value,
        _ => false,
    };

    bool IsReached => Target.Comparator switch
    {
        Comparator.AtMost => Value <= Target.Value,
        Comparator.DirectionDown => Value < Target.Value,
        Comparator.DirectionUp => Value > Target.Value,
        _ => Value >= Target.Value,
    };

    /// <summary>A figure that counts grows to its value; an upper limit, a price or a share may still be lost until the due date.</summary>
    bool Grows => Figure.Indicator.IsCumulative && Target.Comparator is not (Comparator.AtMost or Comparator.DirectionDown or Comparator.DirectionUp);

    /// <summary>What the plan asks for by that day, in the unit of the figure; null where nothing grows.</summary>
    /// <remarks>Where things are counted, a part of one is not asked for.</remarks>
    internal decimal? Planned
    {
        get
        {
            if (!Grows || Target.Value is not { } value || Target.Due is not { } due || due < Figure.Since)
            {
                return null;
            }

            decimal planned = Target.Plan.Kind == PlanKind.EachQuarter
                ? Quarters.Count(q => q.Last <= Day) * PerQuarter
                : value * Target.Plan.Share(Figure.Since, due, Day);
            return Figure.Indicator.Formula == Formula.Sum ? decimal.Round(planned, 2) : Math.Floor(planned);
        }
    }

    ImmutableArray<Quarter> Quarters => Target.Due is { } due && due >= Figure.Since ? [.. Quarter.Between(Figure.Since, due)] : [];

    internal (Standing Standing, Text Reason) Make()
    {
        if (Target.Interval is { } days)
        {
            return Day < days.Until ? (Standing.OnTrack, Phrases.Of("ledger.reason.running")) : (Standing.Done, Phrases.Of("ledger.reason.over"));
        }

        return Target.Plan.Kind == PlanKind.EachQuarter ? ByQuarter() : Grows ? Growing() : Holding();
    }

    internal decimal PerQuarter => Target.Plan.Weights is [var number, ..] ? number : 1;

    decimal In(Quarter quarter) => Figure.Rows.Where(r => r.Day >= quarter.First && r.Day <= quarter.Last).Sum(r => r.Amount);

    Text Asked(decimal planned) => CountingUnit.Amount(planned, Target.Unit);

    (Standing Standing, Text Reason) Growing()
    {
        if (IsReached)
        {
            return ReachedLate is { } day
                ? (Standing.DoneLate, Phrases.Of("ledger.reason.reached_late", ("day", Written(day)), ("due", Written(Due))))
                : (Standing.Done, Phrases.Of("ledger.reason.reached"));
        }

        if (Day >= Due)
        {
            return (Standing.Late, Phrases.Of("ledger.reason.overdue", ("due", Written(Due))));
        }

        return Planned is { } planned && Value < planned
            ? (Standing.Late, Phrases.Of("ledger.reason.behind", ("planned", Asked(planned))))
            : (Standing.OnTrack, Planned is { } asked ? Phrases.Of("ledger.reason.on_plan", ("planned", Asked(asked))) : Phrases.Of("ledger.reason.no_due"));
    }

    /// <summary>A share, a price, a limit: it holds or not, and is settled at the due date.</summary>
    (Standing Standing, Text Reason) Holding()
    {
        if (Value is null)
        {
            return Day >= Due ? (Standing.Late, Phrases.Of("ledger.reason.no_data")) : (Standing.OnTrack, Phrases.Of("ledger.reason.no_data"));
        }

        bool isSettled = Day >= Due || Target.Due is null;
        return IsReached
            ? isSettled ? (Standing.Done, Phrases.Of("ledger.reason.reached")) : (Standing.OnTrack, Phrases.Of("ledger.reason.holds"))
            : (Standing.Late, Phrases.Of(isSettled ? "ledger.reason.missed" : "ledger.reason.does_not_hold"));
    }

    (Standing Standing, Text Reason) ByQuarter()
    {
        Quarter[] empty = [.. Quarters.Where(q => In(q) < PerQuarter)];
        Quarter[] lost = [.. empty.Where(q => (q.Last < Due ? q.Last : Due) <= Day)];
        if (lost.Length > 0)
        {
            return (Standing.Late, Phrases.Of("ledger.reason.quarter", ("quarters", new Text(string.Join("、", lost.Select(q => q.Name.Zh)), string.Join(", ", lost.Select(q => q.Name.En)))), ("number", PerQuarter),
                ("counted", CountingUnit.Amount(Counted ?? 0, Target.Unit)), ("all", CountingUnit.Amount(Figure.Value ?? 0, Target.Unit))));
        }

        return empty.Length == 0 && IsReached
            ? (Standing.Done, Phrases.Of("ledger.reason.reached"))
            : Day >= Due ? (Standing.Late, Phrases.Of("ledger.reason.overdue", ("due", Written(Due)))) : (Standing.OnTrack, Phrases.Of("ledger.reason.on_plan", ("planned", Planned is { } planned ? Asked(planned) : new Text("–", "–"))));
    }

    /// <summary>The day on which the rows, one after the other, first reach the value; null where they do not, or where nothing grows.</summary>
    internal DateOnly? ReachedOn()
    {
        if (!Grows || !IsReached || Target.Value is not { } value)
        {
            return null;
        }

        decimal sum = 0;
        var seen = new HashSet<string>();
        foreach (var row in Figure.Rows)
        {
            sum += Figure.Indicator.Formula != Formula.Distinct || seen.Add(row.Key) ? row.Amount : 0;
            if (sum >= value)
            {
                return row.Day;
            }
        }

        return null;
    }

    static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
