using Suandian.Texts;

namespace Suandian.Scheduling.Shifting;

/// <summary>What is asked of a shift of jobs in time.</summary>
public sealed record ShiftOptions
{
    /// <summary>Processors there are, ≥ 1, where there is one cluster; null (default) for no limit. Several have their own.</summary>
    public int? CapacityCpus { get; init; }

    /// <summary>Whether a job may be suspended and resumed; default yes.</summary>
    public Suspension Suspension { get; init; } = Suspension.Allowed;

    /// <summary>What is known of the length of a job when it arrives; default its true length.</summary>
    public LengthKnowledge Lengths { get; init; } = LengthKnowledge.Known;

    /// <summary>Longest wait of a short job, h, 0 … 8760; default 6.</summary>
    public double ShortWaitH { get; init; } = 6;

    /// <summary>Longest wait of a long job, h, 0 … 8760; default 24.</summary>
    public double LongWaitH { get; init; } = 24;

    /// <summary>Power of a running processor, kW, &gt; 0; default 1.</summary>
    public double KilowattPerCpu { get; init; } = 1;

    /// <summary>Running time whose energy each resumption costs, s, 0 … 3600; default 0.</summary>
    public int CheckpointS { get; init; }

    /// <summary>Running time that each resumption adds to the job, s, 0 … 3600, rounded up to slots; default 0.</summary>
    public int CheckpointTimeS { get; init; }

    /// <summary>What the policies minimise; default carbon.</summary>
    public ShiftGoal Goal { get; init; } = ShiftGoal.Carbon;

    /// <summary>Standard error of the forecast of an hour to come, as a share of the mean of the series, 0 … 1; default 0.</summary>
    public double ForecastErrorPu { get; init; }

    /// <summary>Seed of the errors of the forecast; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// What an hour of waiting counts for a job of unknown length that cannot be suspended under the price-guided policy, as a share of the mean of the series
    /// for each unit of its expected energy, 0 … 1; default 0.003.
    /// </summary>
    public double WaitingPricePu { get; init; } = 0.003;

    /// <summary>All that is wrong with the options; empty when they can be used.</summary>
    public IReadOnlyList<Text> Problems()
    {
        var problems = new List<Text>();
        Within(problems, "capacity", CapacityCpus ?? 1, (1, int.MaxValue));
        Within(problems, "short_wait_h", ShortWaitH, (0, 8760));
        Within(problems, "long_wait_h", LongWaitH, (0, 8760));
        Within(problems, "kilowatt_per_cpu", KilowattPerCpu, (1e-9, 1e9));
        Within(problems, "checkpoint_s", CheckpointS, (0, 3600));
        Within(problems, "checkpoint_time_s", CheckpointTimeS, (0, 3600));
        Within(problems, "forecast_error_pu", ForecastErrorPu, (0, 1));
        Within(problems, "waiting_price_pu", WaitingPricePu, (0, 1));
        return problems;
    }

    /// <summary>Slots that each resumption adds.</summary>
    internal int CheckpointSlots => (CheckpointTimeS + ShiftTrace.SlotS - 1) / ShiftTrace.SlotS;

    /// <summary>Longest wait of a class, slots.</summary>
    internal int WaitSlots(bool isLong) => (int)Math.Floor((isLong ? LongWaitH : ShortWaitH) * ShiftTrace.SlotsPerHour);

    static void Within(List<Text> problems, string option, double value, (double Least, double Most) range)
    {
        if (!(value >= range.Least && value <= range.Most))
        {
            problems.Add(Phrases.Of("shift.option_range", ("option", option), ("value", value), ("least", range.Least), ("most", range.Most)));
        }
    }
}

/// <summary>Whether a running job may stop and go on later.</summary>
public enum Suspension
{
    /// <summary>It runs from its start to its end.</summary>
    Never,

    /// <summary>It may be suspended and resumed.</summary>
    Allowed,
}

/// <summary>What a policy knows of the length of a job that arrives.</summary>
public enum LengthKnowledge
{
    /// <summary>Its true length.</summary>
    Known,

    /// <summary>Its class, and the mean length of the class.</summary>
    ClassMean,
}

/// <summary>What is minimised.</summary>
public enum ShiftGoal
{
    /// <summary>Carbon by the intensity of the grid at the place.</summary>
    Carbon,

    /// <summary>Carbon by the intensity of the power bought.</summary>
    MarketCarbon,

    /// <summary>Cost of energy.</summary>
    Cost,
}
