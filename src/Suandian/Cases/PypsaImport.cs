using System.Collections.Immutable;
using Suandian.Cases.Pypsa;
using Suandian.Cases.Tables;
using Suandian.Network;

namespace Suandian.Cases;

/// <summary>The door for networks of PyPSA: from a folder of CSV files to a case.</summary>
public static class PypsaImport
{
    /// <summary>Reads a folder of CSV files or a netCDF file that PyPSA 0.26 to 1.3 wrote, or one like it.</summary>
    /// <param name="path">The folder, or a file whose name ends in .nc.</param>
    /// <returns>The network, unless a problem is an error; every problem, and what is not carried over, as warnings.</returns>
    /// <remarks>Wrong user data never throws.</remarks>
    public static PypsaReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        if (PypsaNetcdf.Is(path) && File.Exists(path))
        {
            var sheets = PypsaNetcdf.Sheets(path, findings);
            return sheets.IsEmpty ? new PypsaReading(null, findings.Sorted()) : Understand(sheets, findings);
        }

        if (!Directory.Exists(path))
        {
            findings.Add(ProblemCode.FolderMissing, new Spot(path, null, null, null), path);
            return new PypsaReading(null, findings.Sorted());
        }

        return Understand(PypsaFolder.Sheets(path, findings, []), findings);
    }

    /// <summary>A case that holds a network as it was read.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">Name of the case, used where the network has none of its own.</param>
    public static Case ToCase(PypsaNetwork network, string name)
    {
        ArgumentNullException.ThrowIfNull(network);
        string own = network.Name.Length > 0 ? network.Name : name;
        return new Case
        {
            Settings = new CaseSettings
            {
                Name = new Text(own, own),
                Year = 0,
                UtcOffsetH = 0,
                MoneyYear = 0,
                DiscountRate = 0,
                Hours = HourSelection.Snapshots,
                LineModel = LineModel.Kirchhoff,
            },
            Imported = network,
            Scenarios = network.ScenarioRows,
        };
    }

    /// <summary>From files as text to the network, with all checks.</summary>
    internal static PypsaReading Understand(ImmutableSortedDictionary<string, PypsaSheet> sheets, Findings findings)
    {
        var network = PypsaScenarioSheets.Of(sheets, findings) is { } scenarios ? Stochastic(scenarios, findings) : One(sheets, findings);
        return new PypsaReading(findings.HasErrors ? null : network, findings.Sorted());
    }

    static PypsaNetwork One(ImmutableSortedDictionary<string, PypsaSheet> sheets, Findings findings)
    {
        var network = new PypsaReader(sheets, findings).Read();
        new PypsaChecks(network, findings).Run();
        return network;
    }

    static PypsaNetwork Stochastic(PypsaScenarioSheets sheets, Findings findings)
    {
        ImmutableArray<PypsaScenario> scenarios = [.. sheets.Scenarios.Select(s => new PypsaScenario(s.Name, s.Weight, One(sheets.In(s.Name), findings)))];
        var checks = new PypsaScenarioChecks(scenarios[0], findings);
        foreach (var scenario in scenarios[1..])
            checks.Run(scenario);
        return scenarios[0].Network with { Sheets = sheets.Kept(scenarios[0].Network.Sheets), Scenarios = scenarios };
    }
}

/// <summary>What reading a network of PyPSA gave.</summary>
/// <param name="Network">The network; null where a problem is an error.</param>
/// <param name="Problems">Every problem found; what is not carried over is a warning.</param>
public sealed record PypsaReading(PypsaNetwork? Network, ImmutableArray<Problem> Problems);
