using System.Globalization;
using Suandian.Cases.Tables;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Cases.Feeder;

/// <summary>Reads the cells of an hourly table and applies them to a grid.</summary>
sealed class FeederTableReader(CsvSheet sheet, string file, PowerGrid grid, Findings findings)
{
    /// <summary>Most hours: ten years.</summary>
    const int MostHours = 87_660;

    readonly Dictionary<int, int> _indexOf = grid.Buses.Number.Select((number, i) => (number, i)).DistinctBy(x => x.number).ToDictionary(x => x.number, x => x.i);

    /// <summary>The hours; null where the header cannot be used.</summary>
    internal FeederHours? Read()
    {
        foreach (var line in sheet.BrokenLines)
        {
            findings.Add(ProblemCode.BrokenQuotes, At(line, null), null);
        }

        if (sheet.OtherSeparator is { } separator)
        {
            findings.Add(ProblemCode.Separator, At(1, null), null, ("separator", separator));
            return null;
        }

        var columns = Columns();
        if (sheet.Rows.Length is 0 or > MostHours)
        {
            findings.Add(ProblemCode.FeederRows, At(null, null), sheet.Rows.Length.ToString(CultureInfo.InvariantCulture), ("most", MostHours));
        }

        if (findings.HasErrors && columns.All(c => c is null))
        {
            return null;
        }

        var label = new int[sheet.Rows.Length];
        var cells = columns.Select(c => c is null ? [] : new double[sheet.Rows.Length]).ToArray();
        for (var r = 0; r < sheet.Rows.Length; r++)
        {
            Row(sheet.Rows[r], (r, r > 0 ? label[r - 1] : null), label, columns, cells);
        }

        return findings.HasErrors ? null : Applied(label, columns, cells);
    }

    int? NumberOf(string bus) => Array.IndexOf(grid.Buses.Names, bus) is >= 0 and var b ? grid.Buses.Number[b] : null;

    FeederColumn?[] Columns()
    {
        var columns = new FeederColumn?[sheet.Header.Length];
        if (sheet.Header.IsEmpty || !sheet.Header[0].Equals("hour", StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(ProblemCode.FeederHourColumn, At(1, sheet.Header.FirstOrDefault()), sheet.Header.FirstOrDefault());
        }

        for (var c = 1; c < columns.Length; c++)
        {
            var name = sheet.Header[c];
            if (FeederColumn.Of(name, NumberOf) is not { } column)
            {
                findings.Add(ProblemCode.FeederColumn, At(1, name), name);
            }
            else if (column.Bus is { } bus && !_indexOf.ContainsKey(bus))
            {
                findings.Add(ProblemCode.FeederColumnBus, At(1, name), bus.ToString(CultureInfo.InvariantCulture));
            }
            else if (Array.IndexOf(columns, column, 0, c) >= 0)
            {
                findings.Add(ProblemCode.ColumnTwice, At(1, name), name);
            }
            else
            {
                columns[c] = column;
            }
        }

        return columns;
    }

    void Row(RawRow row, (int Index, int? Before) place, int[] label, FeederColumn?[] columns, double[][] cells)
    {
        if (row.Cells.Length != columns.Length)
        {
            findings.Add(ProblemCode.RowLength, At(row.Line, null), null, ("cells", row.Cells.Length), ("columns", columns.Length));
        }

        var isWhole = int.TryParse(Cell.HalfWidth(row.Cells[0]), NumberStyles.None, CultureInfo.InvariantCulture, out label[place.Index]);
        if (!isWhole || (place.Before is { } before && label[place.Index] != before + 1))
        {
            findings.Add(ProblemCode.FeederHour, At(row.Line, "hour"), row.Cells[0],
                ("wanted", place.Before is { } last ? (last + 1).ToString(CultureInfo.InvariantCulture) : "1"));
            label[place.Index] = isWhole ? label[place.Index] : (place.Before ?? 0) + 1;
        }

        for (var c = 1; c < columns.Length && c < row.Cells.Length; c++)
        {
            if (columns[c] is not { } column)
            {
                continue;
            }

            var reading = Notation.Read(row.Cells[c], column.Unit);
            cells[c][place.Index] = reading.Value;
            if (column.IsSigned)
            {
                Signed(row, c, reading);
            }
            else if (reading.Outcome != NotationOutcome.Number || reading.Value < 0 || reading.Value > column.Most)
            {
                findings.Add(ProblemCode.FeederCell, At(row.Line, sheet.Header[c]), row.Cells[c], ("most", column.Most == double.MaxValue ? "∞" : column.Most));
            }
        }
    }

    void Signed(RawRow row, int column, NotationReading reading)
    {
        if (reading.Outcome != NotationOutcome.Number || !double.IsFinite(reading.Value))
        {
            findings.Add(ProblemCode.FeederSignedCell, At(row.Line, sheet.Header[column]), row.Cells[column]);
        }
    }

    /// <summary>The grid in every hour: loads and generators of the case by their factors, PV and wind added.</summary>
    FeederHours Applied(int[] label, FeederColumn?[] columns, double[][] cells)
    {
        var (hours, buses) = (label.Length, grid.Buses);
        double[]? Of(FeederColumnKind kind, int? bus) => Array.IndexOf(columns, new FeederColumn(kind, bus)) is var c and > 0 ? cells[c] : null;
        double[]? For(FeederColumnKind kind, int bus) => Of(kind, buses.Number[bus]) ?? Of(kind, null);
        var (active, reactive, load) = (new double[buses.Count * hours], new double[buses.Count * hours], new double[buses.Count * hours]);
        for (var b = 0; b < buses.Count; b++)
        {
            var factor = For(FeederColumnKind.Load, b);
            var (pv, wind) = (Of(FeederColumnKind.Pv, buses.Number[b]), Of(FeederColumnKind.Wind, buses.Number[b]));
            var (power, given) = (Of(FeederColumnKind.Power, buses.Number[b]), Of(FeederColumnKind.Reactive, buses.Number[b]));
            for (var h = 0; h < hours; h++)
            {
                var (i, f) = (b * hours + h, factor?[h] ?? 1);
                load[i] = Math.Max(0, f * buses.LoadMw[b]);
                active[i] = (pv?[h] ?? 0) + (wind?[h] ?? 0) + (power?[h] ?? 0) - f * buses.LoadMw[b];
                reactive[i] = (given?[h] ?? 0) - f * buses.LoadMvar[b];
            }
        }

        for (var g = 0; g < grid.Generators.Count; g++)
        {
            var bus = grid.Generators.Bus[g];
            var factor = For(FeederColumnKind.Generation, bus);
            for (var h = 0; h < hours && FeederHours.IsWithin(grid, g); h++)
            {
                active[bus * hours + h] += (factor?[h] ?? 1) * grid.Generators.PowerMw[g];
                reactive[bus * hours + h] += (factor?[h] ?? 1) * grid.Generators.PowerMvar[g];
            }
        }

        return new FeederHours
        {
            Injections = new HourlyInjections(hours, active, reactive), LoadMw = load, Label = label,
            PvPu = Of(FeederColumnKind.Pv, null), WindPu = Of(FeederColumnKind.Wind, null), ComputePu = Of(FeederColumnKind.Compute, null),
        };
    }

    Spot At(int? row, string? column) => new(file, row, column, null);
}
