using System.Collections.Immutable;
using System.Text;
using Suandian.Cases.Matpower;
using Suandian.Cases.Tables;
using Suandian.PowerFlow;

namespace Suandian.Cases;

/// <summary>The door for case files of MATPOWER, version 2: from a .m file to a grid and back.</summary>
public static class MatpowerCase
{
    /// <summary>Largest file that is read, bytes.</summary>
    const long Largest = 256L << 20;

    /// <summary>Reads a case file.</summary>
    /// <param name="path">A file that ends in .m.</param>
    /// <returns>The grid, unless a problem is an error; every problem with its line.</returns>
    /// <remarks>
    /// Statements behind the matrices are carried out where they only compute (ohm to pu, kW to MW); others are told as problems.
    /// Wrong user data never throws.
    /// </remarks>
    public static GridReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            findings.Add(ProblemCode.GridFileMissing, new Spot(path, null, null, null), path);
            return new GridReading(null, findings.Sorted());
        }

        try
        {
            return file.Length <= Largest ? Parse(File.ReadAllText(path, Encoding.UTF8), file.Name) : Unreadable(path, "256 MiB");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, failure.Message);
        }
    }

    /// <summary>Reads the text of a case file.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="file">Name that problems carry.</param>
    public static GridReading Parse(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new Findings();
        var script = new MatpowerScript(text, file, findings);
        script.Run();
        var grid = new MatpowerReader(script, file, findings).Read();
        return new GridReading(findings.HasErrors ? null : grid, findings.Sorted());
    }

    /// <summary>A grid as the text of a case file; reading it gives the same numbers bit by bit.</summary>
    public static string Write(PowerGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return new MatpowerWriter(grid).Write();
    }

    static GridReading Unreadable(string path, string detail)
    {
        var findings = new Findings();
        findings.Add(ProblemCode.GridFileUnreadable, new Spot(path, null, null, null), detail);
        return new GridReading(null, findings.Sorted());
    }
}

/// <summary>What reading a grid gave.</summary>
/// <param name="Grid">The grid; null where a problem is an error.</param>
/// <param name="Problems">Every problem found, with file and line.</param>
public sealed record GridReading(PowerGrid? Grid, ImmutableArray<Problem> Problems);
