using System.Collections.Immutable;
using System.Reflection;
using CsvHelper;

namespace Suandian.Operations.Programme.Documents.Lexicon;

/// <summary>Word lists and rule tables that lie beside the code as CSV.</summary>
static class LexiconFile
{
    /// <summary>The rows of a list, each as its cells in the order of the header.</summary>
    /// <param name="name">File name without ending.</param>
    internal static ImmutableArray<ImmutableArray<string>> Rows(string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"programme/{name}.csv")
            ?? throw new ArgumentException($"no list '{name}'", nameof(name));
        using var csv = CsvReader.Create(stream, CsvReaderOptions.Default, leaveOpen: false);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (csv.Read())
        {
            var cells = new string[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = csv.GetString(i);
            }

            rows.Add([.. cells]);
        }

        return rows.ToImmutable();
    }
}
