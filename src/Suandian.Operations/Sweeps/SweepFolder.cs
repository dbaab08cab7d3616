using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Suandian.Cases;
using Suandian.Reports.Sweeps;

namespace Suandian.Operations.Sweeps;

/// <summary>The folder of a sweep: its definition, a copy of its case, one result per variant, and what gathers them.</summary>
/// <remarks>Every file is written aside and renamed, so that a file under its own name is whole whatever was killed.</remarks>
public sealed class SweepFolder
{
    const string DefinitionFile = "sweep.json", CaseName = "case", VariantsName = "variants", SlurmName = "slurm";

    /// <summary>The folder of a path, which need not exist.</summary>
    public SweepFolder(string path) => Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Where the job script, its record and the logs of Slurm lie.</summary>
    public string Slurm => In(SlurmName);

    /// <summary>The definition; null where the folder holds no sweep.</summary>
    /// <exception cref="SweepFolderException">It cannot be read.</exception>
    public SweepDefinition? Definition()
    {
        try
        {
            return File.Exists(In(DefinitionFile)) ? SweepDefinition.FromJson(File.ReadAllBytes(In(DefinitionFile))) : null;
        }
        catch (JsonException mistake)
        {
            throw SweepFolderException.Unreadable(In(DefinitionFile), mistake);
        }
    }

    /// <summary>Makes the folder of a new sweep; the definition comes last.</summary>
    /// <param name="definition">Definition.</param>
    /// <param name="casePath">Case folder or workbook that was read.</param>
    /// <exception cref="SweepFolderException">The folder holds files of somebody else.</exception>
    public void Begin(SweepDefinition definition, string casePath)
    {
        ArgumentNullException.ThrowIfNull(definition);
        RefuseForeign();
        Directory.CreateDirectory(Path);
        Clear();
        string from = definition.Workbook.Length == 0 ? casePath : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(casePath))!;
        foreach (var file in definition.Inputs)
        {
            var copy = System.IO.Path.Combine(In(CaseName), file.Path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(System.IO.Path.Combine(from, file.Path), copy, overwrite: true);
        }

        Directory.CreateDirectory(In(VariantsName));
        Write(DefinitionFile, definition.ToJson());
    }

    /// <summary>Removes the files of a sweep and nothing else.</summary>
    void Clear()
    {
        foreach (string file in SweepReport.FileNames.Prepend(DefinitionFile))
        {
            File.Delete(In(file));
        }

        foreach (string folder in (string[])[VariantsName, CaseName, SlurmName])
        {
            if (Directory.Exists(In(folder)))
            {
                Directory.Delete(In(folder), recursive: true);
            }
        }
    }

    /// <summary>Reads the copy of the case.</summary>
    /// <param name="definition">Definition of this folder.</param>
    /// <exception cref="SweepFolderException">The copy is not what the definition names.</exception>
    public CaseReading ReadCase(SweepDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var reading = definition.Workbook.Length == 0 ? CaseFolder.Read(In(CaseName)) : Workbook.Read(System.IO.Path.Combine(In(CaseName), definition.Workbook));
        return reading.Case is { } data && data.FilesRead.SequenceEqual(definition.Inputs)
            ? reading
            : throw SweepFolderException.Unreadable(In(CaseName), inner: null);
    }

    /// <summary>Result of a variant; null where there is none of this sweep.</summary>
    /// <param name="number">Number, from 1.</param>
    /// <param name="sweep">SHA-256 of the definition.</param>
    public VariantResult? Result(int number, string sweep)
    {
        try
        {
            return File.Exists(ResultPath(number)) && VariantResult.FromJson(File.ReadAllBytes(ResultPath(number))) is { } result
                && result.Sweep == sweep && result.Number == number ? result : null;
        }
        catch (JsonException)
        {
            return null; // not one of ours: the variant is computed again and the file replaced
        }
    }

    /// <summary>Results of variants 1 … count; null where there is none.</summary>
    public ImmutableArray<VariantResult?> Results(int count, string sweep) => [.. Enumerable.Range(1, count).Select(n => Result(n, sweep))];

    /// <summary>Writes the result of a variant.</summary>
    public void Write(VariantResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Write(System.IO.Path.Combine(VariantsName, NameOf(result.Number)), result.ToJson());
    }

    /// <summary>Writes the files that gather all results.</summary>
    public void Write(SweepResults results)
    {
        foreach (var (name, bytes) in SweepReport.Files(results))
        {
            Write(name, bytes);
        }
    }

    /// <summary>Writes a file aside, then renames it.</summary>
    internal void Write(string name, byte[] bytes)
    {
        string path = In(name), aside = $"{path}.part-{Environment.MachineName}-{Environment.ProcessId}";
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(aside, bytes);
        File.Move(aside, path, overwrite: true);
    }

    string ResultPath(int number) => System.IO.Path.Combine(In(VariantsName), NameOf(number));

    static string NameOf(int number) => number.ToString("000000", CultureInfo.InvariantCulture) + ".json";

    string In(string name) => System.IO.Path.Combine(Path, name);

    void RefuseForeign()
    {
        string[] ours = [DefinitionFile, CaseName, VariantsName, SlurmName, .. SweepReport.FileNames];
        string[] entries = File.Exists(Path) ? [System.IO.Path.GetFileName(Path)]
            : Directory.Exists(Path) ? [.. Directory.EnumerateFileSystemEntries(Path).Select(e => System.IO.Path.GetFileName(e)!)] : [];
        string[] foreign = [.. entries.Where(name => !name.StartsWith('.') && !ours.Any(o => name == o || name.StartsWith(o + ".part-", StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
        if (foreign.Length > 0)
        {
            throw SweepFolderException.Foreign(Path, foreign);
        }
    }
}
