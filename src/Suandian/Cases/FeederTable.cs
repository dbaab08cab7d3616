using System.Collections.Immutable;
using Suandian.Cases.Feeder;
using Suandian.Cases.Tables;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Cases;

/// <summary>The door for hourly tables of a feeder: from a CSV file to what goes into each bus in each hour.</summary>
public static class FeederTable
{
    /// <summary>Largest file that is read, MiB.</summary>
    const int MostMiB = 1024;

    /// <summary>Reads a table.</summary>
    /// <param name="path">A CSV file: <c>hour</c>, then factors, megawatts and shapes; docs/reference/feeder-hours.md.</param>
    /// <param name="grid">The grid whose buses it names.</param>
    /// <returns>The hours, unless a problem is an error; every problem with line and column.</returns>
    public static FeederTableReading Read(string path, PowerGrid grid)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(grid);
        var findings = new Findings();
        return UserFile.Bytes(path, MostMiB, (ProblemCode.FeederTableMissing, ProblemCode.FeederTableMissing), findings) is { } bytes
            ? Parse(bytes, Path.GetFileName(path), grid) : new FeederTableReading(null, findings.Sorted());
    }

    /// <summary>Reads the bytes of a table.</summary>
    /// <param name="bytes">What the file holds: UTF-8, UTF-16 with mark or GB18030.</param>
    /// <param name="file">Name that problems carry.</param>
    /// <param name="grid">The grid whose buses it names.</param>
    public static FeederTableReading Parse(byte[] bytes, string file, PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var findings = new Findings();
        if (TextDecoding.ToUtf8(bytes) is not { } text)
        {
            findings.Add(ProblemCode.Encoding, new Spot(file, null, null, null), null);
            return new FeederTableReading(null, findings.Sorted());
        }

        var hours = new FeederTableReader(Csv.Read(text), file, grid, findings).Read();
        return new FeederTableReading(findings.HasErrors ? null : hours, findings.Sorted());
    }
}

/// <summary>What reading an hourly table gave.</summary>
/// <param name="Hours">The hours; null where a problem is an error.</param>
/// <param name="Problems">Every problem found, with line and column.</param>
public sealed record FeederTableReading(FeederHours? Hours, ImmutableArray<Problem> Problems);
