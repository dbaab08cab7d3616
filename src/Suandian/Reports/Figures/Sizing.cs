using Suandian.Network;
using Suandian.Prices;
using Suandian.Texts;

namespace Suandian.Reports.Figures;

/// <summary>A size with its limits and costs, from which a row of the build list and its reason follow.</summary>
/// <param name="View">Study.</param>
/// <param name="Table">Table.</param>
/// <param name="Name">Name.</param>
/// <param name="Bus">First bus index.</param>
sealed record Sizing(StudyView View, string Table, string Name, int Bus)
{
    /// <summary>Sizes closer than this to a limit count as at the limit, as a share of the limit; the solver's tolerance is far below.</summary>
    const double Near = 1e-6;

    internal int? Bus1 { get; init; }

    internal Technology? Technology { get; init; }

    internal string Unit { get; init; } = "MW";

    internal required double Existing { get; init; }

    internal required double Planned { get; init; }

    internal required double Max { get; init; }

    /// <summary>Overnight cost, yuan per unit.</summary>
    internal required double UnitYuan { get; init; }

    /// <summary>Annual cost, yuan per unit.</summary>
    internal required double UnitYearlyYuan { get; init; }

    internal double Volume { get; init; }

    /// <summary>Column of the upper limit.</summary>
    internal required string[] Columns { get; init; }

    double New => Planned - Existing > Near * Math.Max(1, Max) ? Planned - Existing : 0;

    internal BuildRow Row()
    {
        var reason = Reason();
        return new BuildRow
        {
            Table = Table,
            Name = Name,
            Title = View.Names.TitleOf(Table, Name),
            Technology = Technology,
            Bus = CaseNames.Title(View.Plan.Network.Buses[Bus]),
            Bus1 = Bus1 is { } other ? CaseNames.Title(View.Plan.Network.Buses[other]) : null,
            Unit = Unit,
            Existing = Existing,
            New = New,
            Max = Max,
            CapitalYuan = New * UnitYuan,
            YearlyYuan = Yearly(),
            YearlyVolume = Volume,
            Reason = reason.Reason,
            ReasonYuanPerUnit = reason.Yuan,
            ReasonText = Text(reason.Reason, reason.Yuan),
        };
    }

    /// <summary>Annuity and upkeep as the cost account has them; the energy side of storage sized apart has its own item.</summary>
    double Yearly() => View.Plan.Prices.Items
        .Where(i => i.Table == Table && i.Name == Name && i.Kind is not (CostKind.Operation or CostKind.Starts or CostKind.Penalty))
        .Where(i => Table != "storage_units" || i.Kind == CostKind.NewEnergy == (Unit == "MWh"))
        .Sum(i => i.YuanPerYear);

    (BuildReason Reason, double? Yuan) Reason()
    {
        var near = Near * Math.Max(1, Max);
        if (Max - Existing <= near)
        {
            return (BuildReason.ExistingOnly, null);
        }

        if (New == 0)
        {
            return (BuildReason.NotWorthBuilding, UnitYearlyYuan);
        }

        return Max - Planned <= near
            ? (BuildReason.AtUpperLimit, Shadow())
            : (BuildReason.InteriorOptimum, UnitYearlyYuan);
    }

    double Shadow() => View.Plan.Run.LimitShadows
        .Where(s => s.Component == Table && s.Name == Name && Columns.Contains(s.Column))
        .Sum(s => s.YuanPerUnit);

    Text Text(BuildReason reason, double? yuan) => Phrases.Of(
        "build." + SnakeNames.Of(reason), ("yuan", Numbers.Say(Quantity.MoneyYuan, yuan ?? 0)), ("unit", Unit));
}
