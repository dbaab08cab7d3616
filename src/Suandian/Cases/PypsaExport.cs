using System.Collections.Immutable;
using Suandian.Cases.Pypsa;
using Suandian.Cases.Tables;

namespace Suandian.Cases;

/// <summary>The door out to PyPSA: a case as a folder of CSV files.</summary>
public static class PypsaExport
{
    /// <summary>Writes a case for PyPSA 0.26 to 1.3.</summary>
    /// <param name="data">Case without errors.</param>
    /// <param name="path">A folder that does not exist yet or is empty.</param>
    /// <returns>What PyPSA has no words for, as warnings; the folder is without it.</returns>
    /// <remarks>
    /// An imported network is written as it was read, without outcomes of earlier runs. A case of our own is written from its arrays:
    /// costs per year, hours as they are computed, yields as availabilities.
    /// </remarks>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static ImmutableArray<Problem> Write(Case data, string path)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        var sheets = data.Imported is { } imported ? imported.Sheets.Values : new PypsaFromCase(data, findings).Sheets();
        PypsaFolder.Write(sheets, path);
        return findings.Sorted();
    }
}
