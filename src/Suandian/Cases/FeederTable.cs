using System.Collections.Immutable;
using Suandian.Cases.Feeder;
using Suandian.Cases.Tables;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Cases;

/// <summary>The door for hourly tables of a feeder: from a CSV file to what goes into each bus in each hour.</summary>
public static class FeederTable
{
    /// <summary>Largest file that is read, bytes.</summary>
    const long Largest = 1L << 30;

    /// <summary>Reads a table.</summary>
    /// <param name="path">A CSV file: <c>hour</c>, then factors, megawatts and shapes; docs/reference/feeder-hours.md.</param>
    /// <param name="grid">The grid whose buses it names.</param>
    /// <returns>The hours, unless a problem is an error; every problem with line and column.</returns>
    public static FeederTableReading Read(string path, PowerGrid grid)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(grid);
        var findings = new Findings();
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > Largest)
        {
            return Without(path, file.Exists ? "1 GiB" : path, findings);
        }

        try
        {
            return Parse(File.ReadAllBytes(path), file.Name, grid);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Without(path, failure.Message, findings);
        }
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

    static FeederTableReading Without(string path, string detail, Findings findings)
    {
        findings.Add(ProblemCode.FeederTableMissing, new Spot(path, null, null, null), detail);
        return new FeederTableReading(null, findings.Sorted());
    }
}

/// <summary>What reading an hourly table gave.</summary>
/// <param name="Hours">The hours; null where a problem is an error.</param>
/// <param name="Problems">Every problem found, with line and column.</param>
public sealed record FeederTableReading(FeederHours? Hours, ImmutableArray<Problem> Problems);
