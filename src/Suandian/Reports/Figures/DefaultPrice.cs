using Suandian.Cases;
using Suandian.Network;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

/// <summary>The price of waiting that the program brings where a case states none: an assumption of the plan that stands in no row of the case.</summary>
static class DefaultPrice
{
    const string Table = "workloads";
    const string Column = "waiting_cost_yuan_per_gpu_hour_h";

    internal const Status Standing = Status.Estimate;

    /// <summary>Cells of workloads that may wait and do so at that price.</summary>
    internal static IEnumerable<(string Table, string Row, string Column)> OfWaiting(Case data) => data.Workloads
        .Where(w => w.DeadlineH > 0 && w.WaitingCostYuanPerGpuHourH == Workload.SmallWaitingCost)
        .Select(w => (Table, w.Name, Column));

    /// <summary>One row for all these cells.</summary>
    internal static AssumptionRow Row(CaseCells cells, double yuan) => new()
    {
        Id = $"{Table}.{Column}",
        Table = Table,
        Row = "",
        Column = Column,
        Item = Phrases.Of("assumption.waiting.item"),
        Value = Cases.Tables.Cell.Plain(Workload.SmallWaitingCost),
        Unit = cells.UnitOf(Table, "", Column),
        Status = Standing,
        Source = Phrases.Of("assumption.waiting.source"),
        Date = "",
        Note = Phrases.Of("assumption.waiting.note"),
        YearlyYuan = yuan,
    };
}
