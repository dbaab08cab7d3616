using System.Collections.Immutable;
using System.Globalization;
using Suandian.Texts;

namespace Suandian.Reports.Tables;

/// <summary>A table of the report folder; CSV, Parquet and workbook are written from it, so that they hold the same values.</summary>
/// <param name="Name">Name of the file without ending.</param>
/// <param name="Columns">Columns of equal length.</param>
sealed record ReportTable(string Name, ImmutableArray<ReportColumn> Columns)
{
    /// <summary>Number of rows.</summary>
    internal int Rows => Columns.IsEmpty ? 0 : Columns[0].Length;

    /// <summary>True where a Parquet file is written too: one row per hour.</summary>
    internal bool IsHourly => Columns.Length > 0 && Columns[0].Name == "hour_of_year";

    /// <summary>The same with twelve significant digits of each number, which end above the round-off of sums and differences.</summary>
    internal ReportTable WithoutRoundOff() => this with { Columns = [.. Columns.Select(c => c.Numbers is { } numbers ? c with { Numbers = [.. numbers.Select(Digits)] } : c)] };

    static double Digits(double value) => double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>What the table holds.</summary>
    internal Text Title => Phrases.Of("report_table." + Name);
}

/// <summary>A column of numbers in the unit its name ends with, or of words.</summary>
/// <param name="Name">Name in snake_case, unit last.</param>
sealed record ReportColumn(string Name)
{
    /// <summary>Numbers, NaN where missing; null for a column of words.</summary>
    internal double[]? Numbers { get; init; }

    /// <summary>Words; null for a column of numbers.</summary>
    internal string[]? Words { get; init; }

    /// <summary>Number of rows.</summary>
    internal int Length => Numbers?.Length ?? Words!.Length;

    /// <summary>What it holds; columns of components are explained once.</summary>
    internal Text Title => Phrases.Of("report_column." + (Name.Contains('.', StringComparison.Ordinal) ? Name[(Name.LastIndexOf('.') + 1)..] : Name));
}

/// <summary>Builds a table from a list of records.</summary>
/// <typeparam name="T">Record of a row.</typeparam>
sealed class TableOf<T>(string name, IReadOnlyList<T> rows)
{
    readonly List<ReportColumn> _columns = [];

    internal TableOf<T> Number(string column, Func<T, double?> value)
    {
        _columns.Add(new ReportColumn(column) { Numbers = [.. rows.Select(r => value(r) ?? double.NaN)] });
        return this;
    }

    internal TableOf<T> Word(string column, Func<T, string?> value)
    {
        _columns.Add(new ReportColumn(column) { Words = [.. rows.Select(r => value(r) ?? "")] });
        return this;
    }

    /// <summary>A text in both languages: two columns.</summary>
    internal TableOf<T> Both(string column, Func<T, Text?> value) =>
        Word(column + "_zh", r => value(r)?.Zh).Word(column + "_en", r => value(r)?.En);

    internal ReportTable Table() => new(name, [.. _columns]);
}
