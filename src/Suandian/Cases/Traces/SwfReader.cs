using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Suandian.Cases.Tables;
using Suandian.Scheduling;

namespace Suandian.Cases.Traces;

/// <summary>Lines of the Standard Workload Format as jobs; what cannot be simulated is left out and told.</summary>
/// <remarks>
/// Fields      1 number, 2 arrival, 4 run time, 5 processors held, 8 processors asked for, 9 time asked for; −1 where nobody knows
/// Processors  field 5, else 8. Estimate: field 9, at least the run time and 1 s.
/// Labels      12 user, 15 queue (the partition of <see cref="JobTrace"/>), −1 where nobody knows. Memory: field 10, KiB a processor, else 7.
/// The other fields must be numbers and are not used.
/// </remarks>
sealed class SwfReader(string file, int? processors, Findings faults)
{
    const int Fields = 18;
    const int Submit = 1, Run = 3, Held = 4, MemoryHeld = 6, Asked = 7, Estimate = 8, MemoryAsked = 9, User = 11, Queue = 14;
    const double KiBInMiB = 1024;
    const double MostS = 1e11; // some 3 000 years
    static readonly string[] Names =
    [
        "number", "submit", "wait", "run", "processors", "cpu_time", "memory", "requested_processors", "requested_time", "requested_memory",
        "status", "user", "group", "application", "queue", "partition", "preceding", "think_time",
    ];

    readonly List<long> _number = [], _submitS = [], _runS = [], _estimateS = [];
    readonly List<int> _processors = [];
    readonly List<double> _memoryMiB = [];
    readonly SwfLabels _users = new(), _queues = new();
    readonly HashSet<long> _known = [];
    readonly double[] _fields = new double[Fields];
    long? _unixStart;
    int _zoneS;

    /// <summary>Processors of the machine: as given, else as the header says, else 0.</summary>
    internal int Processors { get; private set; } = processors ?? 0;

    /// <summary>Jobs taken.</summary>
    internal int Count => _number.Count;

    /// <summary>The jobs taken.</summary>
    internal JobTrace Trace() => new()
    {
        Name = Path.GetFileNameWithoutExtension(file),
        Number = [.. _number],
        Began = _unixStart is { } start ? DateTime.UnixEpoch.AddSeconds(start + _zoneS) : null,
        SubmitS = [.. _submitS],
        RunS = [.. _runS],
        EstimateS = [.. _estimateS],
        Processors = [.. _processors],
        MemoryMiB = _memoryMiB.Exists(m => m > 0) ? [.. _memoryMiB] : null,
        User = _users.Labels(),
        Partition = _queues.Labels(),
    };

    /// <summary>Reads all lines.</summary>
    internal void Read(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        var line = 0;
        while (!utf8.IsEmpty)
        {
            line++;
            var end = utf8.IndexOf((byte)'\n');
            var text = (end < 0 ? utf8 : utf8[..end]).Trim(" \t\r"u8);
            utf8 = end < 0 ? [] : utf8[(end + 1)..];
            if (text.StartsWith(";"u8))
            {
                ReadHeader(text);
            }
            else if (!text.IsEmpty && ReadFields(text, line))
            {
                Take(line);
            }
        }
    }

    /// <summary>MaxProcs is the size of the machine; MaxNodes where it alone is told.</summary>
    void ReadHeader(ReadOnlySpan<byte> text)
    {
        var words = Encoding.UTF8.GetString(text[1..]).Split(':', 2);
        var isProcessors = words[0].Trim().Equals("MaxProcs", StringComparison.OrdinalIgnoreCase);
        var isNodes = words[0].Trim().Equals("MaxNodes", StringComparison.OrdinalIgnoreCase);
        if (processors is null && words.Length == 2 && (isProcessors || (isNodes && Processors == 0))
            && int.TryParse(words[1].Trim().Split(' ', '\t')[0], CultureInfo.InvariantCulture, out var size) && size > 0)
        {
            Processors = size;
        }

        ReadClock(words[0].Trim(), words[^1].Trim());
    }

    /// <summary>UnixStartTime is second 0 in UTC; TimeZone what the place is ahead of it, s.</summary>
    void ReadClock(string name, string value)
    {
        const long MostUnixS = 100_000_000_000;
        const int MostZoneS = 86_400;
        if (name.Equals("UnixStartTime", StringComparison.OrdinalIgnoreCase) && long.TryParse(value, CultureInfo.InvariantCulture, out var start) && start is > 0 and < MostUnixS)
        {
            _unixStart = start;
        }
        else if (name.Equals("TimeZone", StringComparison.OrdinalIgnoreCase) && int.TryParse(value, CultureInfo.InvariantCulture, out var zone) && Math.Abs(zone) <= MostZoneS)
        {
            _zoneS = zone;
        }
    }

    bool ReadFields(ReadOnlySpan<byte> text, int line)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny((byte)' ', (byte)'\t');
            var word = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[end..].TrimStart(" \t"u8);
            if (count < Fields)
            {
                if (!Utf8Parser.TryParse(word, out double value, out var used) || used != word.Length || !double.IsFinite(value))
                {
                    Refuse(ProblemCode.JobNumber, line, Names[count], Encoding.UTF8.GetString(word));
                    return false;
                }

                _fields[count] = value;
            }

            count++;
        }

        if (count != Fields)
        {
            Refuse(ProblemCode.JobFields, line, null, $"{count}");
        }

        return count == Fields;
    }

    void Take(int line)
    {
        var held = _fields[Held] > 0 ? Held : Asked;
        var (number, submit, run) = ((long)_fields[0], (long)_fields[Submit], (long)_fields[Run]);
        var (fault, column) = FaultOf(held);
        if (fault is not null)
        {
            Refuse(fault, line, Names[column], _fields[column].ToString(CultureInfo.InvariantCulture));
            return;
        }

        _number.Add(number);
        _submitS.Add(submit);
        _runS.Add(run);
        _estimateS.Add(Math.Max(1, Math.Max(run, (long)_fields[Estimate])));
        _processors.Add((int)_fields[held]);
        _memoryMiB.Add(Math.Max(0, _fields[MemoryAsked] > 0 ? _fields[MemoryAsked] : _fields[MemoryHeld]) / KiBInMiB * _fields[held]);
        _users.Add(_fields[User]);
        _queues.Add(_fields[Queue]);
    }

    (string? Fault, int Column) FaultOf(int held)
    {
        int[] whole = [0, Submit, Run, held, Estimate];
        if (Array.FindIndex(whole, c => _fields[c] != Math.Floor(_fields[c]) || Math.Abs(_fields[c]) > MostS) is >= 0 and var k)
        {
            return (ProblemCode.JobNumber, whole[k]);
        }

        return _fields[Submit] < 0 ? (ProblemCode.JobNumber, Submit)
            : _fields[Run] < 0 ? (ProblemCode.JobRunTime, Run)
            : _fields[held] <= 0 ? (ProblemCode.JobProcessors, held)
            : _fields[held] > (Processors > 0 ? Processors : int.MaxValue) ? (ProblemCode.JobTooLarge, held)
            : Count > 0 && _fields[Submit] < _submitS[^1] ? (ProblemCode.JobTimeBackwards, Submit)
            : !_known.Add((long)_fields[0]) ? (ProblemCode.JobTwice, 0)
            : (null, 0);
    }

    void Refuse(string code, int line, string? column, string value) =>
        faults.Add(code, new Spot(file, line, column, null), value, ("processors", Processors));
}
