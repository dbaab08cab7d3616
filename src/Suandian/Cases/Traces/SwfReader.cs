using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Suandian.Cases.Tables;
using Suandian.Scheduling;

namespace Suandian.Cases.Traces;

/// <summary>Lines of the Standard Workload Format as jobs; all that is wrong with a line is told, and it is left out.</summary>
/// <remarks>
/// Fields      1 number, 2 arrival, 4 run time, 5 processors held, 8 processors asked for, 9 time asked for; −1 where nobody knows
/// Processors  field 5, else 8. Estimate: field 9, at least the run time and 1 s.
/// Labels      12 user, 15 queue (the partition of <see cref="JobTrace"/>), −1 where nobody knows. Memory: field 10, KiB a processor, else 7.
/// Clock       with UnixStartTime second 0 is the whole hour of the clock in which the first job arrives
/// Strict      Where lines with faults stay in the log until they are mended the others are held against them too; where they are dropped they are not.
/// The other fields must be numbers and are not used. Of a line without 18 fields nothing more is told, as nobody knows which is missing.
/// </remarks>
sealed class SwfReader(string file, JobLogOptions options, Findings faults)
{
    const int Fields = 18;
    const int Submit = 1, Run = 3, Held = 4, MemoryHeld = 6, Asked = 7, Estimate = 8, MemoryAsked = 9, User = 11, Queue = 14;
    const double KiBInMiB = 1024;
    const double MostS = 1e11; // some 3 000 years
    const int MostReserved = 1 << 22; // jobs
    static readonly string[] Names =
    [
        "number", "submit", "wait", "run", "processors", "cpu_time", "memory", "requested_processors", "requested_time", "requested_memory",
        "status", "user", "group", "application", "queue", "partition", "preceding", "think_time",
    ];

    readonly SwfJobs _sound = new(), _faulty = new();
    readonly HashSet<long> _known = [];
    long _latestS = long.MinValue;
    readonly double[] _fields = new double[Fields];
    bool _isSound; // the line that is read
    long? _unixStart;
    int _zoneS;

    bool IsStrict => options.Invalid == InvalidJobs.Refuse;

    /// <summary>Processors of the machine: as given, else as the header says, else 0.</summary>
    internal int Processors { get; private set; } = options.Processors ?? 0;

    /// <summary>The sound jobs, and those with faults of which it is known what they hold.</summary>
    internal (JobTrace Sound, JobTrace? Faulty) Traces()
    {
        var (name, zero) = (Path.GetFileNameWithoutExtension(file), 0L);
        DateTime? began = null;
        if (_unixStart is { } start)
        {
            var (clock, first) = (DateTime.UnixEpoch.AddSeconds(start + _zoneS), (_sound.Count > 0 ? _sound : _faulty).FirstS);
            zero = first - LogTime.PastHour(clock.AddSeconds(first));
            began = clock.AddSeconds(zero);
        }

        return (_sound.Trace(name, began, zero), _faulty.Count == 0 ? null : _faulty.Trace(name, began, zero));
    }

    /// <summary>Reads all lines.</summary>
    internal void Read(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        Reserve(Math.Min(MostReserved, utf8.Count((byte)'\n') + 1));
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

    /// <summary>Makes room for jobs, so that nothing is moved while they are taken.</summary>
    void Reserve(int jobs)
    {
        _sound.Reserve(jobs);
        _known.EnsureCapacity(jobs);
    }

    /// <summary>MaxProcs is the size of the machine; MaxNodes where it alone is told.</summary>
    void ReadHeader(ReadOnlySpan<byte> text)
    {
        var words = Encoding.UTF8.GetString(text[1..]).Split(':', 2);
        var isProcessors = words[0].Trim().Equals("MaxProcs", StringComparison.OrdinalIgnoreCase);
        var isNodes = words[0].Trim().Equals("MaxNodes", StringComparison.OrdinalIgnoreCase);
        if (options.Processors is null && words.Length == 2 && (isProcessors || (isNodes && Processors == 0))
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

    /// <summary>Takes the fields of a line, NaN where one is no number; false where they are not 18.</summary>
    bool ReadFields(ReadOnlySpan<byte> text, int line)
    {
        var count = 0;
        var rest = text;
        _isSound = true;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny((byte)' ', (byte)'\t');
            var word = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[end..].TrimStart(" \t"u8);
            if (count < Fields)
            {
                var isNumber = Utf8Parser.TryParse(word, out double value, out var used) && used == word.Length && double.IsFinite(value);
                (_fields[count], _isSound) = (isNumber ? value : double.NaN, _isSound && isNumber);
            }

            count++;
        }

        if (count != Fields)
        {
            Refuse(ProblemCode.JobFields, line, null, $"{count}");
        }
        else if (!_isSound)
        {
            TellWords(text, line);
        }

        return count == Fields;
    }

    /// <summary>Tells every field that is no number.</summary>
    void TellWords(ReadOnlySpan<byte> text, int line)
    {
        var words = Encoding.UTF8.GetString(text).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (var field = 0; field < Fields; field++)
        {
            if (double.IsNaN(_fields[field]))
            {
                Refuse(ProblemCode.JobNumber, line, Names[field], words[field]);
            }
        }
    }

    void Take(int line)
    {
        var held = _fields[Held] > 0 ? Held : Asked;
        var areWhole = (Number: IsWhole(0, line), Submit: IsWhole(Submit, line), Run: IsWhole(Run, line), Held: IsWhole(held, line), Estimate: IsWhole(Estimate, line));
        Check(!areWhole.Submit || _fields[Submit] >= 0, ProblemCode.JobNumber, line, Submit);
        Check(!areWhole.Submit || _fields[Submit] < 0 || _fields[Submit] >= _latestS, ProblemCode.JobTimeBackwards, line, Submit);
        Check(!areWhole.Run || _fields[Run] >= 0, ProblemCode.JobRunTime, line, Run);
        Check(!areWhole.Held || _fields[held] > 0, ProblemCode.JobProcessors, line, held);
        Check(!areWhole.Held || _fields[held] <= (Processors > 0 ? Processors : int.MaxValue), ProblemCode.JobTooLarge, line, held);
        Check(!areWhole.Number || !(_isSound || IsStrict ? !_known.Add((long)_fields[0]) : _known.Contains((long)_fields[0])), ProblemCode.JobTwice, line, 0);
        _latestS = areWhole.Submit && (_isSound || IsStrict) ? Math.Max(_latestS, (long)_fields[Submit]) : _latestS;
        if (_isSound || (areWhole.Held && _fields[held] is > 0 and <= int.MaxValue))
        {
            var memory = Math.Max(0, _fields[MemoryAsked] > 0 ? _fields[MemoryAsked] : _fields[MemoryHeld]) / KiBInMiB * _fields[held];
            (_isSound ? _sound : _faulty).Add(line, Known(0), (Known(Submit), Known(Run), Known(Estimate)), ((int)_fields[held], double.IsNaN(memory) ? 0 : memory), (_fields[User], _fields[Queue]));
        }

        long Known(int field) => _isSound ? (long)_fields[field] : double.IsNaN(_fields[field]) ? -1 : (long)Math.Clamp(_fields[field], -1, MostS);
    }

    /// <summary>True for a whole number of a size that is read; told where it is none, NaN having been told before.</summary>
    bool IsWhole(int field, int line)
    {
        var value = _fields[field];
        var isWhole = value == Math.Floor(value) && Math.Abs(value) <= MostS;
        Check(isWhole || double.IsNaN(value), ProblemCode.JobNumber, line, field);
        return isWhole;
    }

    void Check(bool isRight, string code, int line, int field)
    {
        if (!isRight)
        {
            Fault(code, line, field);
        }
    }

    void Fault(string code, int line, int field)
    {
        Refuse(code, line, Names[field], _fields[field].ToString(CultureInfo.InvariantCulture));
        _isSound = false;
    }

    void Refuse(string code, int line, string? column, string value) =>
        faults.Add(code, new Spot(file, line, column, null), value, ("processors", Processors));
}
