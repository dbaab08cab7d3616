using System.Globalization;

namespace Suandian.Cases.Feeder;

/// <summary>What a column of an hourly table says.</summary>
enum FeederColumnKind
{
    /// <summary>Factor of the loads of the case.</summary>
    Load,

    /// <summary>Factor of the generators of the case.</summary>
    Generation,

    /// <summary>PV: MW at a bus, or the shape of a new MW.</summary>
    Pv,

    /// <summary>Wind: MW at a bus, or the shape of a new MW.</summary>
    Wind,

    /// <summary>Shape of a new MW of computing load.</summary>
    Compute,

    /// <summary>Further active power into a bus, MW: what storage and moved computing give, negative where they take.</summary>
    Power,

    /// <summary>Further reactive power into a bus, Mvar, negative where it is taken.</summary>
    Reactive,
}

/// <summary>A column by its name: <c>load</c>, <c>load_18</c>, <c>pv_18</c>, <c>pv_naomaohu_f1b</c>, <c>power_18</c>.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Bus">Number of the bus; null for all, or for a shape.</param>
readonly record struct FeederColumn(FeederColumnKind Kind, int? Bus)
{
    /// <summary>Largest shape or factor that is plausible.</summary>
    const double MostFactor = 100, MostShape = 1.5;

    /// <summary>The column of a name; null where there is none.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="numberOf">Number of a bus by its name; null where there is none.</param>
    internal static FeederColumn? Of(string name, Func<string, int?> numberOf)
    {
        var parts = name.Split('_', 2);
        FeederColumnKind? kind = parts[0].ToLowerInvariant() switch
        {
            "load" => FeederColumnKind.Load,
            "generation" => FeederColumnKind.Generation,
            "pv" => FeederColumnKind.Pv,
            "wind" => FeederColumnKind.Wind,
            "compute" => FeederColumnKind.Compute,
            "power" => FeederColumnKind.Power,
            "reactive" => FeederColumnKind.Reactive,
            _ => null,
        };
        if (kind is not { } known || (parts.Length == 2 && known == FeederColumnKind.Compute) || (parts.Length == 1 && known is FeederColumnKind.Power or FeederColumnKind.Reactive))
        {
            return null;
        }

        return parts.Length == 1 ? new FeederColumn(known, null)
            : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bus) ? new FeederColumn(known, bus)
            : numberOf(parts[1]) is { } named ? new FeederColumn(known, named) : null;
    }

    /// <summary>Unit of its cells.</summary>
    internal string Unit => IsSigned || (Kind is FeederColumnKind.Pv or FeederColumnKind.Wind && Bus is not null) ? "MW" : "pu";

    /// <summary>True where a number may be negative.</summary>
    internal bool IsSigned => Kind is FeederColumnKind.Power or FeederColumnKind.Reactive;

    /// <summary>Largest number that is taken.</summary>
    internal double Most => Kind is FeederColumnKind.Load or FeederColumnKind.Generation ? MostFactor : Bus is null ? MostShape : double.MaxValue;
}
