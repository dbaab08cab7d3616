using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Ledger.Targets;

/// <summary>How a figure should grow from the first day to the due date.</summary>
/// <param name="Kind">Form of the growth.</param>
/// <param name="Weights">By seasonal twelve weights, January first; by each quarter how many a quarter.</param>
public sealed record ProgressPlan(PlanKind Kind, ImmutableArray<decimal> Weights)
{
    /// <summary>Share of the target that should be reached at the end of a day, 0 … 1.</summary>
    /// <param name="start">First day.</param>
    /// <param name="due">Last day, not before <paramref name="start"/>.</param>
    /// <param name="day">The day.</param>
    /// <remarks>Linear: days passed over days in all, both ends inclusive. Seasonal: each day weighs its month's weight over the days of the month.</remarks>
    public decimal Share(DateOnly start, DateOnly due, DateOnly day)
    {
        if (day < start)
        {
            return 0;
        }

        if (day >= due)
        {
            return 1;
        }

        return Kind switch
        {
            PlanKind.Linear => (decimal)(day.DayNumber - start.DayNumber + 1) / (due.DayNumber - start.DayNumber + 1),
            PlanKind.Seasonal when Weight(start, due) is > 0 and var all => Weight(start, day) / all,
            _ => 0,
        };
    }

    decimal Weight(DateOnly from, DateOnly until)
    {
        decimal weight = 0;
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            weight += Weights[day.Month - 1] / DateTime.DaysInMonth(day.Year, day.Month);
        }

        return weight;
    }
}

/// <summary>Form of the growth of a figure.</summary>
public enum PlanKind
{
    /// <summary>The same every day.</summary>
    Linear,

    /// <summary>By the weights of the months.</summary>
    Seasonal,

    /// <summary>So many in each quarter; a quarter that ends without them is lost.</summary>
    EachQuarter,

    /// <summary>All at the end.</summary>
    AtDue,
}

/// <summary>A calendar quarter.</summary>
/// <param name="Year">Year.</param>
/// <param name="Number">1 … 4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    /// <summary>First day.</summary>
    public DateOnly First => new(Year, 3 * Number - 2, 1);

    /// <summary>Last day.</summary>
    public DateOnly Last => First.AddMonths(3).AddDays(-1);

    /// <summary>The quarter of a day.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <summary>Quarters from that of one day to that of another.</summary>
    public static IEnumerable<Quarter> Between(DateOnly from, DateOnly until)
    {
        for (var first = Of(from).First; first <= until; first = first.AddMonths(3))
        {
            yield return Of(first);
        }
    }

    /// <summary>Name for people: 2024年一季度, 2024 Q1.</summary>
    public Text Name => new($"{Year}年{"一二三四"[Number - 1]}季度", $"{Year} Q{Number}");
}
