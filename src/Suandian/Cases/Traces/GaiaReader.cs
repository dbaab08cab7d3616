using System.Globalization;
using Suandian.Cases.Tables;
using Suandian.Scheduling.Shifting;
using Suandian.Scheduling.Shifting.Clusters;

namespace Suandian.Cases.Traces;

/// <summary>Rows of arrival, length and processors as jobs; what cannot be scheduled is left out and told.</summary>
/// <remarks>
/// Times in s are rounded down to slots of 5 s. The mean of a class is taken before rounding, over lengths ≤ 2 h and ≥ 2 h, and rounded down,
/// as GAIA does it. Columns are found by name, in any order; others are not used.
/// </remarks>
sealed class GaiaReader(CsvSheet sheet, string file, ShiftFit fit)
{
    const string Arrival = "arrival_time", Length = "length", Cpus = "cpus", Id = "id", Deadline = "deadline_s";
    const double MostS = 1e9; // some 30 years
    const double MostCpus = 1e6;
    const double ClassS = ShiftTrace.LongFrom * ShiftTrace.SlotS;

    readonly List<string> _id = [];
    readonly List<int> _arrival = [], _length = [], _cpus = [], _wait = [];
    readonly List<double> _lengthS = [];
    readonly List<JobDemand> _demand = [];
    readonly DemandReader _demands = new(sheet, fit);
    readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The sound jobs; null where the header cannot be used.</summary>
    internal ShiftTrace? Read(Findings findings, Findings faults)
    {
        if (sheet.OtherSeparator is { } separator)
        {
            findings.Add(ProblemCode.Separator, At(1, null), null, ("separator", separator));
            return null;
        }

        var columns = new NamedColumns(sheet.Header);
        int[] column = [.. new[] { Arrival, Length, Cpus, Id, Deadline }.Select(name => columns.At(name))];
        foreach (var missing in new[] { Arrival, Length, Cpus }.Where((_, i) => column[i] < 0))
        {
            findings.Add(ProblemCode.ShiftColumn, At(1, missing), null);
        }

        if (findings.HasErrors)
        {
            return null;
        }

        foreach (var line in sheet.BrokenLines)
        {
            faults.Add(ProblemCode.BrokenQuotes, At(line, null), null);
        }

        for (var r = 0; r < sheet.Rows.Length; r++)
        {
            Take(sheet.Rows[r], r, column, faults);
        }

        return new ShiftTrace
        {
            Name = Path.GetFileNameWithoutExtension(file), Id = [.. _id], Arrival = [.. _arrival], Length = [.. _length], Cpus = [.. _cpus],
            WaitSlots = _wait.Exists(w => w >= 0) ? [.. _wait] : [], Demands = [.. _demand], MeanShort = Mean(s => s <= ClassS), MeanLong = Mean(s => s >= ClassS),
        };
    }

    int Mean(Func<double, bool> isOf) => Math.Max(1, (int)(_lengthS.Where(isOf).DefaultIfEmpty().Average() / ShiftTrace.SlotS));

    void Take(RawRow row, int index, int[] column, Findings faults)
    {
        if (row.Cells.Length != sheet.Header.Length)
        {
            faults.Add(ProblemCode.RowLength, At(row.Line, null), null, ("cells", row.Cells.Length), ("columns", sheet.Header.Length));
            return;
        }

        var (arrivalS, lengthS, cpus) = (Number(row.Cells[column[0]]), Number(row.Cells[column[1]]), Number(row.Cells[column[2]]));
        var id = column[3] < 0 ? index.ToString(CultureInfo.InvariantCulture) : row.Cells[column[3]];
        var deadlineS = column[4] < 0 || row.Cells[column[4]].Trim().Length == 0 ? double.PositiveInfinity : Number(row.Cells[column[4]]) ?? double.NaN;
        if (FaultOf(arrivalS, lengthS, (cpus, deadlineS), id) is (string code, int at))
        {
            var value = at == 3 ? id : row.Cells[column[at]];
            faults.Add(code, At(row.Line, new[] { Arrival, Length, Cpus, Id, Deadline }[at]), value, ("capacity", fit.Options.CapacityCpus), ("hours", fit.SeriesHours),
                ("needed", code == ProblemCode.ShiftJobBeyondSeries ? Needed(arrivalS!.Value, lengthS!.Value, deadlineS) : null));
            return;
        }

        var (demand, wrong) = _demands.IsAsked ? _demands.Read(row) : default;
        wrong ??= _demands.IsAsked ? _demands.Nowhere(Job(arrivalS!.Value, lengthS!.Value, (int)cpus!.Value, deadlineS), demand) : null;
        if (wrong is { } fault)
        {
            faults.Add(fault.Code, At(row.Line, fault.Column), fault.Value, ("reasons", fault.Reasons), ("known", string.Join(", ", fit.Clusters.Select(c => c.Name))));
            return;
        }

        if (_demands.IsAsked)
        {
            _demand.Add(demand);
        }

        _known.Add(id);
        _id.Add(id);
        _arrival.Add(Slots(arrivalS!.Value));
        _length.Add(Slots(lengthS!.Value));
        _lengthS.Add(lengthS.Value);
        _cpus.Add((int)cpus!.Value);
        _wait.Add(double.IsFinite(deadlineS) ? Wait(arrivalS.Value, lengthS.Value, deadlineS) : -1);
    }

    (string Code, int Column)? FaultOf(double? arrivalS, double? lengthS, (double? Cpus, double DeadlineS) asks, string id)
    {
        var (cpus, deadlineS) = asks;
        if (arrivalS is not (>= 0 and <= MostS))
        {
            return (ProblemCode.ShiftJobNumber, 0);
        }

        if (lengthS is not (>= -MostS and <= MostS))
        {
            return (ProblemCode.ShiftJobNumber, 1);
        }

        return cpus is not (>= 1 and <= MostCpus) || cpus != Math.Floor(cpus.Value) ? (ProblemCode.ShiftJobNumber, 2)
            : lengthS < ShiftTrace.SlotS ? (ProblemCode.ShiftJobRunTime, 1)
            : _arrival.Count > 0 && Slots(arrivalS.Value) < _arrival[^1] ? (ProblemCode.ShiftJobTimeBackwards, 0)
            : cpus > (fit.Options.CapacityCpus ?? int.MaxValue) ? (ProblemCode.ShiftJobTooLarge, 2)
            : !(deadlineS >= arrivalS + lengthS) ? (ProblemCode.JobDeadline, 4)
            : Needed(arrivalS.Value, lengthS.Value, deadlineS) > fit.SeriesHours ? (ProblemCode.ShiftJobBeyondSeries, 0)
            : _known.Contains(id) ? (ProblemCode.ShiftJobTwice, 3)
            : null;
    }

    /// <summary>A job as clusters see it.</summary>
    ShiftJob Job(double arrivalS, double lengthS, int cpus, double deadlineS)
    {
        var isLong = Slots(lengthS) >= ShiftTrace.LongFrom;
        return new ShiftJob(_id.Count, Slots(arrivalS), Slots(lengthS), cpus, Wait(arrivalS, lengthS, deadlineS), Slots(lengthS), isLong);
    }

    /// <summary>Hours until a job has to have ended.</summary>
    int Needed(double arrivalS, double lengthS, double deadlineS)
    {
        var slots = Slots(arrivalS) + Slots(lengthS) + Wait(arrivalS, lengthS, deadlineS);
        return (slots + ShiftTrace.SlotsPerHour - 1) / ShiftTrace.SlotsPerHour;
    }

    /// <summary>Longest wait, slots: until the deadline where there is one, else that of the class.</summary>
    int Wait(double arrivalS, double lengthS, double deadlineS) => double.IsFinite(deadlineS)
        ? Math.Max(0, Slots(Math.Min(deadlineS, MostS)) - Slots(arrivalS) - Slots(lengthS)) : fit.Options.WaitSlots(Slots(lengthS) >= ShiftTrace.LongFrom);

    static int Slots(double seconds) => (int)(seconds / ShiftTrace.SlotS);

    static double? Number(string text) => Cell.IsPlainNumber(Cell.HalfWidth(text), out var value) && double.IsFinite(value) ? value : null;

    Spot At(int? row, string? column) => new(file, row, column, null);
}
