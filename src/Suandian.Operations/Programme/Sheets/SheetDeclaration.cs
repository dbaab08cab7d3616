using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Ledger;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>A table that people fill in, declared once: it drives template, import, error file and export.</summary>
public sealed record SheetDeclaration
{
    /// <summary>Name for programs.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the sheet (中文) and of the table.</summary>
    public required Text Title { get; init; }

    /// <summary>Columns in the order of the template.</summary>
    public required ImmutableArray<SheetColumn> Columns { get; init; }

    /// <summary>True where a column is about people.</summary>
    public bool IsPersonal => Columns.Any(c => c.Personal != Ledger.Personal.None);

    /// <summary>The column of a code.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public SheetColumn Column(string code) => Columns[IndexOf(code)];

    internal int IndexOf(string code)
    {
        for (int i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Code == code)
            {
                return i;
            }
        }

        throw new ArgumentException($"table '{Code}' has no column '{code}'", nameof(code));
    }

    /// <summary>Reads a declaration written as CSV, one row per column of the table.</summary>
    /// <param name="code">Name for programs.</param>
    /// <param name="title">Name of the sheet.</param>
    /// <param name="utf8">
    /// CSV with the columns code, title_zh, title_en, type, unit, required (yes), choices (<c>code:中文:English|…</c>), min, max,
    /// notation (no), personal, example, 说明, description.
    /// </param>
    /// <exception cref="FormatException">The text is no declaration.</exception>
    public static SheetDeclaration Parse(string code, Text title, ReadOnlyMemory<byte> utf8)
    {
        var sheet = Csv.Read(utf8);
        return new SheetDeclaration
        {
            Code = code,
            Title = title,
            Columns = [.. sheet.Rows.Select(row => Declared(sheet.Header, row.Cells))],
        };
    }

    static SheetColumn Declared(ImmutableArray<string> header, string[] cells)
    {
        string At(string column) => cells[header.IndexOf(column)];
        return new SheetColumn
        {
            Code = At("code"),
            Title = new Text(At("title_zh"), At("title_en")),
            Type = Enum.TryParse<SheetType>(At("type"), ignoreCase: true, out var type) ? type : throw new FormatException($"no type '{At("type")}'"),
            Unit = At("unit"),
            IsRequired = At("required") == "yes",
            Choices = [.. At("choices").Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Choice)],
            Min = Number(At("min")),
            Max = Number(At("max")),
            AllowsNotation = At("notation") != "no",
            Personal = At("personal").Length == 0 ? Personal.None : Enum.Parse<Personal>(SnakeCase.ToPascal(At("personal"))),
            Example = At("example"),
            Description = new Text(At("说明"), At("description")),
        };
    }

    static SheetChoice Choice(string text) => text.Split(':') is [var code, var zh, var en]
        ? new SheetChoice(code, new Text(zh, en))
        : throw new FormatException($"no choice '{text}'");

    static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
