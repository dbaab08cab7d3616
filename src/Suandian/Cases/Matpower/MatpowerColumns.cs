namespace Suandian.Cases.Matpower;

/// <summary>What a cell of a column may hold.</summary>
enum MatpowerRange
{
    /// <summary>A number.</summary>
    Finite,

    /// <summary>A number or an infinite one.</summary>
    Any,

    /// <summary>0 or more, or infinite.</summary>
    NotNegative,

    /// <summary>0 or more, and finite.</summary>
    FiniteNotNegative,

    /// <summary>More than 0, and finite.</summary>
    Positive,

    /// <summary>0 or 1.</summary>
    Status,

    /// <summary>1, 2, 3 or 4.</summary>
    BusKind,

    /// <summary>A whole number from 1 on.</summary>
    Label,
}

/// <summary>A matrix of the MATPOWER case format, version 2: its columns in order.</summary>
/// <remarks>Source: MATPOWER User's Manual, appendix B, tables B-1 to B-4.</remarks>
sealed record MatpowerColumns(string Field, (string Name, MatpowerRange Range)[] Columns)
{
    internal static readonly MatpowerColumns Bus = new("bus",
    [
        ("BUS_I", MatpowerRange.Label), ("BUS_TYPE", MatpowerRange.BusKind), ("PD", MatpowerRange.Finite), ("QD", MatpowerRange.Finite),
        ("GS", MatpowerRange.Finite), ("BS", MatpowerRange.Finite), ("BUS_AREA", MatpowerRange.Finite), ("VM", MatpowerRange.Positive),
        ("VA", MatpowerRange.Finite), ("BASE_KV", MatpowerRange.FiniteNotNegative), ("ZONE", MatpowerRange.Finite),
        ("VMAX", MatpowerRange.NotNegative), ("VMIN", MatpowerRange.NotNegative),
    ]);

    internal static readonly MatpowerColumns Generator = new("gen",
    [
        ("GEN_BUS", MatpowerRange.Label), ("PG", MatpowerRange.Finite), ("QG", MatpowerRange.Finite), ("QMAX", MatpowerRange.Any),
        ("QMIN", MatpowerRange.Any), ("VG", MatpowerRange.Positive), ("MBASE", MatpowerRange.FiniteNotNegative),
        ("GEN_STATUS", MatpowerRange.Status), ("PMAX", MatpowerRange.Any), ("PMIN", MatpowerRange.Any),
    ]);

    internal static readonly MatpowerColumns Branch = new("branch",
    [
        ("F_BUS", MatpowerRange.Label), ("T_BUS", MatpowerRange.Label), ("BR_R", MatpowerRange.Finite), ("BR_X", MatpowerRange.Finite),
        ("BR_B", MatpowerRange.Finite), ("RATE_A", MatpowerRange.NotNegative), ("RATE_B", MatpowerRange.NotNegative),
        ("RATE_C", MatpowerRange.NotNegative), ("TAP", MatpowerRange.FiniteNotNegative), ("SHIFT", MatpowerRange.Finite),
        ("BR_STATUS", MatpowerRange.Status), ("ANGMIN", MatpowerRange.Any), ("ANGMAX", MatpowerRange.Any),
    ]);

    /// <summary>Name of a column for people, such as bus.PD; one behind the standard ones by its number.</summary>
    internal string Name(int column) => $"{Field}.{(column < Columns.Length ? Columns[column].Name : $"{column + 1}")}";

    /// <summary>What a cell may hold; those behind the standard columns anything but NaN.</summary>
    internal MatpowerRange RangeOf(int column) => column < Columns.Length ? Columns[column].Range : MatpowerRange.Any;

    /// <summary>True where a cell may hold the number.</summary>
    internal static bool Allows(MatpowerRange range, double value) => range switch
    {
        MatpowerRange.Finite => double.IsFinite(value),
        MatpowerRange.Any => !double.IsNaN(value),
        MatpowerRange.NotNegative => value >= 0,
        MatpowerRange.FiniteNotNegative => value >= 0 && double.IsFinite(value),
        MatpowerRange.Positive => value > 0 && double.IsFinite(value),
        MatpowerRange.Status => value is 0 or 1,
        MatpowerRange.BusKind => value is 1 or 2 or 3 or 4,
        _ => value is >= 1 and <= int.MaxValue && value == Math.Floor(value),
    };
}
