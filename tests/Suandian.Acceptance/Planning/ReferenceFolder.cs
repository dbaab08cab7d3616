using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;

namespace Suandian.Planning;

/// <summary>The CSV tables of a reference problem, read out of its archive.</summary>
sealed class ReferenceFolder
{
    readonly Dictionary<string, string[][]> _tables = [];

    internal ReferenceFolder(string name)
    {
        using var file = File.OpenRead(OutsideData.File("energy", $"{name}-seed2024.tgz"));
        using var archive = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } stream && entry.Name.EndsWith(".csv", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(stream);
                _tables[Path.GetFileNameWithoutExtension(entry.Name)] =
                    [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
            }
        }
    }

    /// <summary>A column as text.</summary>
    internal string[] Texts(string table, string column)
    {
        var index = Array.IndexOf(_tables[table][0], column);
        return [.. _tables[table].Skip(1).Select(row => row[index])];
    }

    /// <summary>A column as numbers.</summary>
    internal double[] Numbers(string table, string column) => Array.ConvertAll(Texts(table, column), Number);

    /// <summary>A value of policy.csv.</summary>
    internal double Policy(string key) => Number(_tables["policy"].First(row => row[0] == key)[1]);

    /// <summary>Number at the end of a bus name such as b12.</summary>
    internal int[] Buses(string table, string column) =>
        Array.ConvertAll(Texts(table, column), bus => int.Parse(bus[1..], CultureInfo.InvariantCulture));

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
