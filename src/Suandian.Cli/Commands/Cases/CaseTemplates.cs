using System.Globalization;
using System.Text;
using Suandian.Cases;

namespace Suandian.Cli.Commands.Cases;

/// <summary>The files a new case begins with: an example that came with the program, or empty tables.</summary>
static class CaseTemplates
{
    /// <summary>Empty tables.</summary>
    internal const string Blank = "blank";

    const string Prefix = "templates/";

    /// <summary>Names a user may ask for.</summary>
    internal static readonly string[] Names = ["first-steps", Blank, "yiwu"];

    /// <summary>Files of a template, path inside the case folder and bytes.</summary>
    internal static IEnumerable<(string Path, byte[] Bytes)> Files(string template)
    {
        if (template == Blank)
        {
            return BlankFiles();
        }

        return WithGrid(Embedded(template));
    }

    /// <summary>The files of a case; a grid that lies beside it as <c>../name</c> comes along as the folder grid.</summary>
    static IEnumerable<(string Path, byte[] Bytes)> WithGrid(IEnumerable<(string Path, byte[] Bytes)> files)
    {
        foreach (var (path, bytes) in files)
        {
            const string Beside = "\ngrid: ../";
            var text = path == "case.yaml" ? Encoding.UTF8.GetString(bytes) : "";
            var at = text.IndexOf(Beside, StringComparison.Ordinal);
            if (at < 0)
            {
                yield return (path, bytes);
                continue;
            }

            var name = text[(at + Beside.Length)..].Split('\n')[0].Trim();
            yield return (path, Encoding.UTF8.GetBytes(text.Replace(Beside + name, "\ngrid: grid", StringComparison.Ordinal)));
            foreach (var file in Embedded(name))
            {
                yield return ("grid/" + file.Path, file.Bytes);
            }
        }
    }

    static IEnumerable<(string Path, byte[] Bytes)> Embedded(string folder)
    {
        var start = Prefix + folder + "/";
        var assembly = typeof(CaseTemplates).Assembly;
        return assembly.GetManifestResourceNames()
            .Select(name => (Resource: name, Path: name.Replace('\\', '/')))
            .Where(name => name.Path.StartsWith(start, StringComparison.Ordinal))
            .Select(name => (name.Path[start.Length..], Bytes(assembly.GetManifestResourceStream(name.Resource)!)));
    }

    /// <summary>Settings with what each means, and every table with its header; the tables carry a byte order mark for spreadsheet programs.</summary>
    static IEnumerable<(string Path, byte[] Bytes)> BlankFiles()
    {
        var library = typeof(Case).Assembly;
        foreach (var resource in library.GetManifestResourceNames().Where(name => name.StartsWith("schema/", StringComparison.Ordinal)))
        {
            var table = Path.GetFileName(resource);
            var attributes = Rows(library.GetManifestResourceStream(resource)!).ToList();
            if (table == "case.csv")
            {
                yield return ("case.yaml", Encoding.UTF8.GetBytes(string.Concat(attributes.Select(Setting))));
            }
            else
            {
                var header = string.Join(',', attributes.Select(row => row["name"])) + "\n";
                yield return (table, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(header)]);
            }
        }
    }

    /// <summary>A setting to fill in; those that may be left out stand behind a #.</summary>
    static string Setting(Dictionary<string, string> row)
    {
        var range = row["min"].Length > 0 ? $" {row["min"]} … {row["max"]}" : row["choices"].Length > 0 ? " " + row["choices"] : "";
        var unit = row["unit"].Length > 0 ? $" [{row["unit"]}]" : "";
        var mark = row["required"] == "yes" ? "" : "# ";
        return string.Create(CultureInfo.InvariantCulture, $"# {row["说明"]} / {row["description"]}{unit}{range}\n{mark}{row["name"]}:\n");
    }

    static IEnumerable<Dictionary<string, string>> Rows(Stream stream)
    {
        using var csv = CsvHelper.CsvReader.Create(stream, CsvHelper.CsvReaderOptions.Default, leaveOpen: false);
        while (csv.Read())
        {
            yield return csv.Headers.ToArray().ToDictionary(name => name, name => csv.GetString(name));
        }
    }

    static byte[] Bytes(Stream stream)
    {
        using var _ = stream;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
