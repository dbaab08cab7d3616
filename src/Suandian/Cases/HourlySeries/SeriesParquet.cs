using System.Collections.Immutable;
using Parquet;
using Parquet.Schema;
using Suandian.Cases.Tables;

namespace Suandian.Cases.HourlySeries;

/// <summary>Hourly series of a Parquet file: column <c>hour</c> (whole number) or <c>time</c> (timestamp), the others numbers.</summary>
static class SeriesParquet
{
    /// <summary>Reads a file; null where it is no Parquet file or its columns cannot be used.</summary>
    internal static SeriesFile? Read(byte[] bytes, Source source, SeriesClock clock, Findings findings)
    {
        try
        {
            return ReadAsync(bytes, source, clock, findings).GetAwaiter().GetResult();
        }
        catch (Exception mistake) when (mistake is IOException or InvalidOperationException or NotSupportedException
            or ArgumentException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            findings.Add(ProblemCode.Unreadable, source.Whole, null, ("detail", mistake.Message));
            return null;
        }
    }

    static async Task<SeriesFile?> ReadAsync(byte[] bytes, Source source, SeriesClock clock, Findings findings)
    {
        using var stream = new MemoryStream(bytes);
        await using var reader = await ParquetReader.CreateAsync(stream);
        var fields = reader.Schema.GetDataFields();
        ImmutableArray<string> header = [.. fields.Select(f => f.Name)];
        if (!SeriesHeader.IsUsable(header, source, findings))
            return null;
        var file = new SeriesFile(source, header[1..], findings);
        var hours = new HourOfRow(header[0] == "time", clock.UtcOffsetH);
        int line = 2;
        for (int group = 0; group < reader.RowGroupCount; group++)
        {
            using var rows = reader.OpenRowGroupReader(group);
            int count = (int)rows.RowCount;
            var kept = await HoursAsync(rows, fields[0], count, line, (file, hours));
            for (int i = 1; i < fields.Length; i++)
                Fill(file, i - 1, kept, line, await ParquetNumbers.ReadAsync(rows, fields[i], count));
            line += count;
        }

        clock.CheckYear(hours.Year, source, findings);
        file.Finish();
        return file;
    }

    /// <summary>Hour of each row, −1 where the row is not taken.</summary>
    static async Task<int[]> HoursAsync(
        ParquetRowGroupReader rows, DataField field, int count, int line, (SeriesFile File, HourOfRow Hours) into)
    {
        var kept = new int[count];
        var times = field.ClrType == typeof(DateTime) ? await ParquetNumbers.TimesAsync(rows, field, count) : null;
        var numbers = times is null ? await ParquetNumbers.ReadAsync(rows, field, count) : [];
        for (int r = 0; r < count; r++)
        {
            int hour = times is null ? (int)numbers[r] : into.Hours.Of(times[r], out int of) ? of : -1;
            kept[r] = into.File.Enter(line + r, hour) ? hour : -1;
        }

        return kept;
    }

    static void Fill(SeriesFile file, int series, int[] kept, int line, double[] values)
    {
        for (int r = 0; r < kept.Length; r++)
        {
            if (kept[r] < 0)
                continue;
            file.Values[series][kept[r]] = values[r];
            if (!double.IsFinite(values[r]))
                file.NotFinite(series, line + r, "NaN");
        }
    }
}

/// <summary>Columns of a Parquet file as doubles.</summary>
static class ParquetNumbers
{
    /// <summary>Values of a numeric column, empty cells NaN.</summary>
    internal static Task<double[]> ReadAsync(ParquetRowGroupReader rows, DataField field, int count) => field.ClrType switch
    {
        var t when t == typeof(double) => OfAsync<double>(rows, field, count, v => v),
        var t when t == typeof(float) => OfAsync<float>(rows, field, count, v => v),
        var t when t == typeof(decimal) => OfAsync<decimal>(rows, field, count, v => (double)v),
        var t when t == typeof(int) => OfAsync<int>(rows, field, count, v => v),
        var t when t == typeof(long) => OfAsync<long>(rows, field, count, v => v),
        var t when t == typeof(short) => OfAsync<short>(rows, field, count, v => v),
        _ => throw new NotSupportedException($"{field.Name}: {field.ClrType.Name}"),
    };

    /// <summary>Values of a column of times.</summary>
    internal static async Task<DateTime[]> TimesAsync(ParquetRowGroupReader rows, DataField field, int count)
    {
        if (!field.IsNullable)
        {
            var plain = new DateTime[count];
            await rows.ReadAsync<DateTime>(field, plain);
            return plain;
        }

        var values = new DateTime?[count];
        await rows.ReadAsync<DateTime>(field, values);
        return Array.ConvertAll(values, v => v ?? DateTime.MinValue);
    }

    static async Task<double[]> OfAsync<T>(ParquetRowGroupReader rows, DataField field, int count, Func<T, double> number)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var plain = new T[count];
            await rows.ReadAsync<T>(field, plain);
            return Array.ConvertAll(plain, v => number(v));
        }

        var values = new T?[count];
        await rows.ReadAsync<T>(field, values);
        return Array.ConvertAll(values, v => v is { } value ? number(value) : double.NaN);
    }
}
