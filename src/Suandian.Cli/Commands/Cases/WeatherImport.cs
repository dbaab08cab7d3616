using System.Collections.Immutable;
using System.Text;
using Suandian.Cases;

namespace Suandian.Cli.Commands.Cases;

/// <summary>Puts a weather file into a case: tried on a copy first, so that a bad file changes nothing.</summary>
/// <param name="Case">Case folder.</param>
/// <param name="File">Weather file.</param>
/// <param name="Site">Name of the site in weather_sites.csv.</param>
sealed record WeatherImport(string Case, string File, string Site)
{
    const string Table = "weather_sites.csv";

    string Name => Path.GetFileName(File);

    /// <summary>True where the case has a row for the site.</summary>
    internal bool HasSite => System.IO.File.Exists(Path.Combine(Case, Table)) && WithFile(Path.Combine(Case, Table)) is not null;

    /// <summary>Problems the case would have with the file that it does not have now; empty where it was put in.</summary>
    internal ImmutableArray<Problem> Put()
    {
        var before = CaseFolder.Read(Case).Problems;
        var trial = Directory.CreateTempSubdirectory("suandian-import-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(Case, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(trial, Path.GetRelativePath(Case, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                System.IO.File.Copy(file, copy);
            }

            Apply(trial);
            ImmutableArray<Problem> added = [.. CaseFolder.Read(trial).Problems.Where(p => p.Severity == Severity.Error).Except(before)];
            if (added.IsEmpty)
            {
                Apply(Case);
            }

            return added;
        }
        finally
        {
            Directory.Delete(trial, recursive: true);
        }
    }

    void Apply(string folder)
    {
        var weather = Directory.CreateDirectory(Path.Combine(folder, "weather")).FullName;
        Replace(Path.Combine(weather, Name), path => System.IO.File.Copy(File, path));
        var table = Path.Combine(folder, Table);
        var text = WithFile(table)!;
        Replace(table, path => System.IO.File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)));
    }

    /// <summary>Writes aside, then renames.</summary>
    static void Replace(string path, Action<string> write)
    {
        var aside = $"{path}.partial-{Environment.ProcessId}";
        write(aside);
        System.IO.File.Move(aside, path, overwrite: true);
    }

    /// <summary>The table with the name of the file and no seed in the row of the site; null where there is no such row.</summary>
    string? WithFile(string table)
    {
        var lines = Decoded(System.IO.File.ReadAllBytes(table)).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var header = Cells(lines[0]);
        var (name, column, seed) = (header.IndexOf("name"), header.IndexOf("file"), header.IndexOf("seed"));
        var row = name < 0 ? -1 : Array.FindIndex(lines, 1, line => Cells(line).ElementAtOrDefault(name) == Site);
        if (row < 0)
        {
            return null;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var cells = Cells(lines[i]);
            if (i == row && seed >= 0)
            {
                cells[seed] = ""; // it made the synthetic year, which the file replaces
            }

            if (column < 0)
            {
                cells.Add(i == 0 ? "file" : i == row ? Name : "");
            }
            else if (i == row)
            {
                cells[column] = Name;
            }

            lines[i] = string.Join(',', cells);
        }

        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Text in UTF-8 or UTF-16 with mark, else in GB18030, as spreadsheets in China save it.</summary>
    static string Decoded(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }

    /// <summary>The cells of a line as they are written, quotes included.</summary>
    static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var isQuoted = false;
        foreach (var letter in line)
        {
            isQuoted ^= letter == '"';
            if (letter == ',' && !isQuoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += letter;
            }
        }

        return cells;
    }
}
