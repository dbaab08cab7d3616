using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Cases.Workbooks;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>Reads a table that was filled in Excel or WPS, or as CSV, and finds everything that is wrong with it before anything is taken.</summary>
/// <remarks>
/// Columns may stand in any order. They are known by the concealed code row, else by code or title. A row whose first cell begins with
/// 例 is an example. CSV is UTF-8 with or without mark, UTF-16 with mark, or GB18030.
/// </remarks>
public static class SheetImport
{
    /// <summary>Head of the last column of an error file; it is passed over when that file is read again.</summary>
    internal static string ErrorColumn => Phrases.Of("sheet.errors").Zh;

    /// <summary>True for the last column of an error file, whose head may also tell what is wrong with the whole table.</summary>
    internal static bool IsErrorColumn(string title) => title.StartsWith(ErrorColumn, StringComparison.Ordinal);

    /// <summary>Reads a file with one table.</summary>
    /// <param name="path">.xlsx or CSV, told apart by content.</param>
    /// <param name="declaration">What the table is.</param>
    public static SheetReading Read(string path, SheetDeclaration declaration)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(declaration);
        var findings = new Findings();
        return SheetFile.Open(path, findings) is { } file ? Read(file, declaration, findings) : Nothing(Path.GetFileName(path), declaration, findings);
    }

    /// <summary>Reads one of the tables of an opened file.</summary>
    internal static SheetReading Read(SheetFile file, SheetDeclaration declaration, Findings findings)
    {
        if (SheetOf(file, declaration) is not { } sheet)
        {
            findings.Add(ProblemCode.SheetMissing, new Source(file.Name).Whole, null,
                ("title", declaration.Title), ("sheets", string.Join(", ", file.Sheets.Select(s => s.Name))));
            return Nothing(file.Name, declaration, findings);
        }

        return new TableImport(file, sheet, declaration, findings).Run();
    }

    static SheetReading Nothing(string file, SheetDeclaration declaration, Findings findings) => new()
    {
        Declaration = declaration,
        File = file,
        Rows = [],
        Problems = findings.Sorted(),
        ReadAs = [],
    };

    /// <summary>The sheet of that name, else the only one that is shown and is no guide.</summary>
    static OpenedSheet? SheetOf(SheetFile file, SheetDeclaration declaration)
    {
        bool IsNamed(OpenedSheet s) => s.Name == declaration.Title.Zh || s.Name == declaration.Title.En || s.Name == declaration.Code;
        OpenedSheet[] shown = [.. file.Sheets.Where(s => !s.IsConcealed && s.Name != WorkbookSheets.Guide)];
        return file.Sheets.FirstOrDefault(IsNamed) ?? (shown is [var only] ? only : null);
    }
}
