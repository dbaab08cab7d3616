using System.Collections.Frozen;
using Suandian.Cases.Tables;

namespace Suandian.Cases.Checks;

/// <summary>Names are unique, references lead somewhere, tables that must not be empty are not.</summary>
static class ReferenceChecks
{
    internal static void Run(CheckedCase checkedCase) => Run(checkedCase, TableSchema.All, _ => []);

    /// <summary>The same for other tables.</summary>
    /// <param name="checkedCase">What is checked.</param>
    /// <param name="schemas">Tables there may be.</param>
    /// <param name="further">Names that a table has besides those of the user.</param>
    internal static void Run(CheckedCase checkedCase, IEnumerable<TableSchema> schemas, Func<string, IEnumerable<string>> further)
    {
        var names = schemas.ToFrozenDictionary(t => t.Name, t => (string[])[.. Names(checkedCase, t).Union(further(t.Name))]);
        foreach (var table in checkedCase.Raw.Tables.Values.OrderBy(t => t.Schema.Name, StringComparer.Ordinal))
        {
            UniqueNames(table, checkedCase.Findings);
            foreach (var column in table.Schema.Columns.Where(c => table.Header.Contains(c.Name)))
                Follow(checkedCase, table, column, names);
            if (table.Schema.IsRequired && table.Rows.IsEmpty)
                checkedCase.Findings.Add(ProblemCode.NoRows, table.Source.Whole, null);
        }

        UniqueRows(checkedCase);
    }

    static string[] Names(CheckedCase checkedCase, TableSchema schema) =>
        schema.Key is { } key && checkedCase.Raw.Tables.TryGetValue(schema.Name, out var table)
            ? [.. table.Rows.Select(r => table.Cell(r, key.Name)).Where(n => n.Length > 0).Distinct()]
            : [];

    static void UniqueNames(RawTable table, Findings findings)
    {
        if (table.Schema.Key is not { } key || table.Schema.KeyRepeats)
            return;
        foreach (var group in table.Rows.GroupBy(r => table.Cell(r, key.Name)).Where(g => g.Key.Length > 0))
        {
            foreach (var row in group.Skip(1))
            {
                findings.Add(ProblemCode.DuplicateName, table.Source.At(row.Line, key.Name), group.Key,
                    ("first", group.First().Line));
            }
        }
    }

    static void Follow(
        CheckedCase checkedCase, RawTable table, ColumnSchema column, FrozenDictionary<string, string[]> names)
    {
        if (column.Type is not (ColumnType.Reference or ColumnType.References or ColumnType.Series))
            return;
        bool isSeries = column.Type == ColumnType.Series;
        string[] known = isSeries
            ? [.. checkedCase.Raw.Series.Keys.Order(StringComparer.Ordinal)]
            : names[column.References];
        foreach (var row in table.Rows)
        {
            string text = table.Cell(row, column.Name);
            string[] words = column.Type == ColumnType.References ? [.. CellParser.Names(text)] : text.Length == 0 ? [] : [text];
            var spot = table.Source.At(row.Line, column.Name);
            foreach (string word in words.Except(known))
            {
                checkedCase.Findings.Add(isSeries ? ProblemCode.SeriesMissing : ProblemCode.UnknownReference, spot, word,
                    ("table", column.References), ("known", Few(known)), ("hint", Suggestion.DidYouMean(word, known)));
            }

            foreach (string twice in words.GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key))
                checkedCase.Findings.Add(ProblemCode.ListedTwice, spot, twice);
        }
    }

    static string Few(string[] known) => known.Length switch
    {
        0 => "–",
        <= 12 => string.Join(", ", known),
        _ => string.Join(", ", known.Take(12)) + ", …",
    };

    /// <summary>Rows without a name of their own that say the same thing twice.</summary>
    static void UniqueRows(CheckedCase c)
    {
        Twice(c, c.Tables.MonthlyNormals, "month", m => (m.Site, m.Month));
        Twice(c, c.Tables.Profiles, "index", p => (p.Name, p.Kind, p.Index));
        Twice(c, c.Tables.Figures, "column", f => (f.Table, f.Row, f.Column));
    }

    static void Twice<T, TKey>(CheckedCase c, IEnumerable<Row<T>> rows, string column, Func<T, TKey> key)
    {
        foreach (var group in rows.Where(r => r.Sound(column)).GroupBy(r => key(r.Record)))
        {
            foreach (var row in group.Skip(1))
                c.Add(ProblemCode.DuplicateRow, row, column, ("first", group.First().Line));
        }
    }
}
