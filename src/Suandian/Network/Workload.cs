using System.Collections.Immutable;

namespace Suandian.Network;

/// <summary>One row of workloads.csv; columns and ranges in Cases/schema/workloads.csv.</summary>
public sealed record Workload
{
    /// <summary>Price of waiting where the case states none, yuan per GPU-hour and hour; why it is so small: docs/adr/0024-price-of-waiting.md.</summary>
    public const double SmallWaitingCost = 1e-4;

    /// <summary>Name of the class of work; unique, letters, digits, _ and -.</summary>
    public required string Name { get; init; }

    /// <summary>Chinese name shown to people; the name if empty.</summary>
    public string? NameZh { get; init; }

    /// <summary>English name shown to people; the name if empty.</summary>
    public string? NameEn { get; init; }

    /// <summary>Class: 大模型训练, 科研计算, 影视渲染, 推理, 数字人, 元宇宙, 政务.</summary>
    public required WorkloadClass Class { get; init; }

    /// <summary>Bus where the demand comes from.</summary>
    public required string Origin { get; init; }

    /// <summary>Work that arrives in a year, in reference GPU-hours [GPU-h/a].</summary>
    public required double GpuHoursPerYear { get; init; }

    /// <summary>Shape of arrivals, mean 1; even if empty.</summary>
    public string? ArrivalProfile { get; init; }

    /// <summary>Hourly factors instead of a profile [pu].</summary>
    public string? ArrivalSeries { get; init; }

    /// <summary>Work that arrives in hour t is done by hour t + this; 0 = in the same hour [h].</summary>
    public required int DeadlineH { get; init; }

    /// <summary>Longest round trip between origin and cluster; none if empty [ms].</summary>
    public double? LatencyLimitMs { get; init; }

    /// <summary>Data moved per GPU-hour [GB/GPU-h].</summary>
    public double DataGbPerGpuHour { get; init; }

    /// <summary>Clusters that may serve it, separated by ; all if empty.</summary>
    public ImmutableArray<string> Clusters { get; init; } = [];

    /// <summary>Chips that may serve it, separated by ; all if empty.</summary>
    public ImmutableArray<string> Chips { get; init; } = [];

    /// <summary>Loss per GPU-hour not done [yuan/GPU-h].</summary>
    public required double PenaltyYuanPerGpuHour { get; init; }

    /// <summary>Price of work that waits, per GPU-hour and hour of waiting; 0 = waiting is free [yuan/GPU-h/h].</summary>
    public double WaitingCostYuanPerGpuHourH { get; init; } = SmallWaitingCost;

    /// <summary>Part of the cluster programme: 政府, 国家创新, 市场.</summary>
    public WorkloadSection? Section { get; init; }

    /// <summary>Standing of the figures in this row: F fact, D derived, E estimate, R recalled (to be checked).</summary>
    public Status? Status { get; init; }

    /// <summary>Where the figures of this row come from.</summary>
    public string? Source { get; init; }

    /// <summary>Chinese wording of source; source if empty.</summary>
    public string? SourceZh { get; init; }

    /// <summary>Remark.</summary>
    public string? Note { get; init; }

    /// <summary>Chinese wording of note; note if empty.</summary>
    public string? NoteZh { get; init; }
}
