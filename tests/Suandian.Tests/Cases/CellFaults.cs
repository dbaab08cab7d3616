using Suandian.Cases.Tables;

namespace Suandian.Cases;

/// <summary>Faults of single cells and columns, made from the schema: every kind of fault in every column.</summary>
static class CellFaults
{
    internal static IEnumerable<Fault> All => TableSchema.All.Where(table => table.Name != "stages").SelectMany(OfTable); // a case has stages or scenarios

    static IEnumerable<Fault> OfTable(TableSchema table)
    {
        string[] lines = File.ReadAllLines(Path.Combine(CleanCase.Folder, table.File));
        string[] header = lines[0].Split(',');
        foreach (var column in table.Columns)
        {
            int at = Array.IndexOf(header, column.Name);
            int filled = Array.FindIndex(lines, 1, l => l.Split(',')[at].Length > 0);
            int line = filled < 0 ? 2 : filled + 1;
            foreach (var (name, code, value) in Wrong(column))
            {
                yield return new Fault($"{table.Name}.{column.Name}: {name}", code, table.File, line, column.Name,
                    c => c.Cell(table.File, line, column.Name, value));
            }

            if (column.Required)
                yield return WithoutColumn(table, column, at);
        }

        yield return new Fault($"{table.Name}: column twice", ProblemCode.ColumnTwice, table.File, 1, header[^1],
            c => c.Write(table.File, string.Join('\n', lines.Select(l => $"{l},{l.Split(',')[^1]}"))));
        yield return new Fault($"{table.Name}: unknown column", ProblemCode.ColumnUnknown, table.File, 1, "colour",
            c => c.Write(table.File, string.Join('\n', lines.Select((l, i) => l + (i == 0 ? ",colour" : ",red")))));
        yield return new Fault($"{table.Name}: a comma too many", ProblemCode.RowLength, table.File, 2, null,
            c => c.Line(table.File, 2, l => l + ",x"));
        if (table is { Key: { } key, KeyRepeats: false })
        {
            yield return new Fault($"{table.Name}: name twice", ProblemCode.DuplicateName, table.File, lines.Length + 1, key.Name,
                c => c.Write(table.File, string.Join('\n', lines.Append(lines[1]))));
        }
    }

    static Fault WithoutColumn(TableSchema table, ColumnSchema column, int at) => new(
        $"{table.Name}.{column.Name}: column missing", ProblemCode.ColumnMissing, table.File, 1, column.Name,
        c => c.Write(table.File, string.Join('\n', c.Text(table.File).TrimEnd('\n').Split('\n')
            .Select(l => string.Join(',', l.Split(',').Where((_, i) => i != at))))));

    static IEnumerable<(string Name, string Code, string Value)> Wrong(ColumnSchema column)
    {
        if (column.Required)
            yield return ("empty", ProblemCode.CellEmpty, "");
        switch (column.Type)
        {
            case ColumnType.Number or ColumnType.Integer:
                yield return ("text", ProblemCode.NotANumber, "about much");
                yield return ("NaN", ProblemCode.NotFinite, "NaN");
                yield return ("range", ProblemCode.RangeOfNumbers, "3-5");
                if (column.Max is { } max)
                    yield return ("too large", ProblemCode.OutOfRange, Cell.Plain(Math.Floor(max) * 1000 + 1));
                if (column.Min is { } min)
                    yield return ("too small", ProblemCode.OutOfRange, Cell.Plain(Math.Ceiling(min) - 1));
                if (column.Type == ColumnType.Integer)
                    yield return ("decimals", ProblemCode.NotWhole, "1.5");
                else if (column.Unit.Length > 0)
                    yield return ("another dimension", ProblemCode.WrongUnit, column.Unit == "t" ? "3MW" : "3吨/亩");
                break;
            case ColumnType.Choice:
                yield return ("no choice", ProblemCode.NotAChoice, "perhaps");
                break;
            case ColumnType.Boolean:
                yield return ("no boolean", ProblemCode.NotABoolean, "perhaps");
                break;
            case ColumnType.Name:
                yield return ("blank in name", ProblemCode.NotAName, "a b!");
                break;
            case ColumnType.Reference or ColumnType.References:
                yield return ("leads nowhere", ProblemCode.UnknownReference, "nowhere");
                break;
            case ColumnType.Series:
                yield return ("no such series", ProblemCode.SeriesMissing, "nowhere");
                break;
        }
    }
}
