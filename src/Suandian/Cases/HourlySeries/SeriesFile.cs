using System.Collections.Immutable;
using Suandian.Cases.Tables;

namespace Suandian.Cases.HourlySeries;

/// <summary>Gathers the hours of one file of series and finds what is missing, doubled or no number.</summary>
/// <remarks>A year has 8760 hours, numbered 0 … 8759 from 1 January 00:00 on the clock of the case.</remarks>
sealed class SeriesFile
{
    internal const int Hours = 8760;
    const int LeapHours = 8784;
    readonly Findings _findings;
    readonly Source _source;
    readonly int[] _lineOfHour = new int[Hours];
    readonly (int Line, string Text, int Count)[] _notNumbers, _notFinite;
    (int Line, string Text, int Count) _outside, _twice;
    int _rows;

    internal SeriesFile(Source source, ImmutableArray<string> names, Findings findings)
    {
        _source = source;
        _findings = findings;
        Names = names;
        Values = [.. names.Select(_ => new double[Hours])];
        foreach (double[] values in Values)
            Array.Fill(values, double.NaN);
        _notNumbers = new (int, string, int)[names.Length];
        _notFinite = new (int, string, int)[names.Length];
    }

    /// <summary>Names of the series.</summary>
    internal ImmutableArray<string> Names { get; }

    /// <summary>Values by series and hour; NaN where the file says nothing.</summary>
    internal ImmutableArray<double[]> Values { get; }

    /// <summary>Rows seen.</summary>
    internal int Rows => _rows;

    /// <summary>Enters a row; false where its hour is outside the year or was there before, so that its values are not taken.</summary>
    internal bool Enter(int line, int hour)
    {
        _rows++;
        if (hour is < 0 or >= Hours)
            return Count(ref _outside, line, hour);
        if (_lineOfHour[hour] != 0)
            return Count(ref _twice, line, hour);
        _lineOfHour[hour] = line;
        return true;
    }

    /// <summary>A cell that is no number.</summary>
    internal void NotANumber(int series, int line, string text) => Count(ref _notNumbers[series], line, text);

    /// <summary>A cell that is empty, NaN or infinite.</summary>
    internal void NotFinite(int series, int line, string text) => Count(ref _notFinite[series], line, text);

    /// <summary>Reports what was found.</summary>
    internal void Finish()
    {
        if (_rows == LeapHours)
            _findings.Add(ProblemCode.SeriesLeapYear, _source.At(1), "8784");
        else
            ReportHours();
        for (int i = 0; i < Names.Length; i++)
        {
            Report(ProblemCode.SeriesNotANumber, _notNumbers[i], Names[i]);
            Report(ProblemCode.SeriesNotFinite, _notFinite[i], Names[i]);
        }
    }

    void ReportHours()
    {
        Report(ProblemCode.HourOutside, _outside, "hour");
        Report(ProblemCode.HourTwice, _twice, "hour");
        int missing = _lineOfHour.Count(line => line == 0);
        if (missing == 0)
            return;
        int last = Array.FindLastIndex(_lineOfHour, line => line != 0);
        bool cutShort = missing == Hours - 1 - last;
        int before = cutShort ? last : Array.IndexOf(_lineOfHour, 0) - 1;
        int line = before < 0 ? 1 : _lineOfHour[before];
        _findings.Add(cutShort ? ProblemCode.SeriesLength : ProblemCode.HourGap, _source.At(line, "hour"),
            null, ("rows", _rows), ("missing", missing), ("runs", Runs()));
    }

    /// <summary>Missing hours as runs: <c>5–7, 100</c>; the first five.</summary>
    string Runs()
    {
        var runs = new List<string>();
        for (int h = 0; h < Hours && runs.Count < 6; h++)
        {
            if (_lineOfHour[h] != 0)
                continue;
            int first = h;
            while (h + 1 < Hours && _lineOfHour[h + 1] == 0)
                h++;
            runs.Add(runs.Count == 5 ? "…" : first == h ? $"{first}" : $"{first}–{h}");
        }

        return string.Join(", ", runs);
    }

    void Report(string code, (int Line, string Text, int Count) first, string column)
    {
        if (first.Count > 0)
            _findings.Add(code, _source.At(first.Line, column), first.Text, ("count", first.Count));
    }

    static bool Count(ref (int Line, string Text, int Count) first, int line, object text)
    {
        first = first.Count == 0 ? (line, $"{text}", 1) : first with { Count = first.Count + 1 };
        return false;
    }
}
