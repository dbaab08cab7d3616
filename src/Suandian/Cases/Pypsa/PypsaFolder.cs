using System.Collections.Immutable;
using System.Security.Cryptography;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Pypsa;

/// <summary>A folder of CSV files as PyPSA writes and reads it.</summary>
static class PypsaFolder
{
    /// <summary>Files of the folder as text; those that cannot be read are problems, and what is no CSV is listed as not carried.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="findings">Told of problems.</param>
    /// <param name="read">Told of the files really read.</param>
    internal static ImmutableSortedDictionary<string, PypsaSheet> Sheets(string folder, Findings findings, List<FileRead> read)
    {
        var sheets = ImmutableSortedDictionary.CreateBuilder<string, PypsaSheet>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            string file = Path.GetFileName(path);
            if (file.StartsWith('.'))
                continue;
            if (!file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                findings.Add(ProblemCode.PypsaFileUnknown, new Source(file).Whole, file);
            else if (Sheet(path, file, findings, read) is { } sheet)
                sheets[file] = sheet;
        }

        return sheets.ToImmutable();
    }

    /// <summary>Writes files of a folder; LF, quotes where needed.</summary>
    internal static void Write(IEnumerable<PypsaSheet> sheets, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var sheet in sheets)
        {
            IReadOnlyList<string>[] rows = [[.. sheet.Header], .. sheet.Rows.Select(row => (IReadOnlyList<string>)row.Cells)];
            File.WriteAllBytes(Path.Combine(folder, sheet.Name), Csv.WritePlain(rows));
        }
    }

    static PypsaSheet? Sheet(string path, string file, Findings findings, List<FileRead> read)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception mistake) when (mistake is IOException or UnauthorizedAccessException)
        {
            findings.Add(ProblemCode.Unreadable, new Source(file).Whole, null, ("detail", mistake.Message));
            return null;
        }

        if (bytes.Length == 0 || TextDecoding.ToUtf8(bytes) is not { } utf8)
        {
            findings.Add(bytes.Length == 0 ? ProblemCode.FileEmpty : ProblemCode.Encoding, new Source(file).Whole, null);
            return null;
        }

        var sheet = Csv.Read(utf8);
        foreach (int line in sheet.BrokenLines)
            findings.Add(ProblemCode.BrokenQuotes, new Source(file).At(line), null);
        read.Add(new FileRead(file, sheet.Rows.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        if (sheet.OtherSeparator is { } separator)
        {
            findings.Add(ProblemCode.Separator, new Source(file).At(1), null, ("separator", separator));
            return null;
        }

        return new PypsaSheet(file, sheet.Header, sheet.Rows);
    }
}
