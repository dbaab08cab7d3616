using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Cases.Workbooks;
using Suandian.Operations.Programme.Sheets;

namespace Suandian.Operations.Programme.Forms;

/// <summary>What became of reading a form.</summary>
/// <param name="Form">The form; null where a problem stops it.</param>
/// <param name="Problems">Every problem found.</param>
/// <param name="ReadAs">Cells understood as something else than they say literally.</param>
public sealed record FormReading(Form? Form, ImmutableArray<Problem> Problems, ImmutableArray<CellReadAs> ReadAs)
{
    /// <summary>Layout of a filled form; null where tables were read.</summary>
    public FormLayout? Layout { get; init; }

    /// <summary>Points written in a filled form; null where tables were read.</summary>
    public WrittenPoints? Written { get; init; }
}

/// <summary>Reads a form: a CSV file of indicators, the filled workbook with its three sheets, or a filled form in one of the layouts.</summary>
public static class FormInput
{
    /// <summary>Reads a file and finds everything that is wrong with it.</summary>
    public static FormReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        if (SheetFile.Open(path, findings) is not { } file)
        {
            return new FormReading(null, findings.Sorted(), []);
        }

        return FormSheetReader.Find(file) is { } found ? Filled(file, found, findings) : Tables(file, findings);
    }

    static FormReading Filled(SheetFile file, FoundForm found, Findings findings)
    {
        bool hasTables = file.Sheets.Any(s => s.IsConcealed && s.Name == FormTables.Indicators.Title.Zh);
        var read = FormSheetReader.Read(file, found, hasTables ? Tables(file, new Findings()).Form : null, findings);
        return new FormReading(findings.HasErrors ? null : read?.Form, findings.Sorted(), []) { Layout = found.Layout, Written = read?.Points };
    }

    /// <summary>Writes the empty workbook to fill in, or where the name ends in .csv the empty table of indicators.</summary>
    public static void Template(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllBytes(path, SheetCsv.Write(new SheetTable(FormTables.Indicators, [])));
        }
        else
        {
            SheetBook.Template(path, FormTables.Indicators, FormTables.Head, FormTables.Money);
        }
    }

    /// <summary>Reads the tables of an opened file.</summary>
    static FormReading Tables(SheetFile file, Findings findings)
    {
        var indicators = SheetImport.Read(file, FormTables.Indicators, findings);
        bool isWorkbook = file.Sheets.Any(s => s.Name.Length > 0);
        var head = isWorkbook ? Optional(file, FormTables.Head, findings) : null;
        var money = isWorkbook ? Optional(file, FormTables.Money, findings) : null;
        var reader = new FormRowReader(file.Name, findings);
        FormRow[] rows = [.. indicators.Rows.Select(reader.Read)];
        if (head?.Rows.Length > 1)
        {
            findings.Add(ProblemCode.FormHeadTwice, new Source(file.Name).At(head.Rows[1].Line), null, ("title", FormTables.Head.Title));
        }

        var (words, reason) = head is { Rows: [var row, ..] } ? FormTables.HeadOf(row) : (new FormHead(), "");
        MoneyRow[] amounts = [.. money?.Rows.Select(FormTables.MoneyOf) ?? []];
        foreach (var twice in amounts.GroupBy(m => m.Source).Where(g => g.Count() > 1))
        {
            findings.Add(ProblemCode.FormRowTwice, new Source(file.Name).Whole, FormWords.Code(twice.Key), ("times", twice.Count()));
        }

        var form = new Form { Head = words, Money = new FormMoney { Rows = [.. amounts], Reason = reason }, Rows = [.. rows] };
        return new FormReading(findings.HasErrors ? null : form, findings.Sorted(), [.. indicators.ReadAs, .. head?.ReadAs ?? [], .. money?.ReadAs ?? []]);
    }

    /// <summary>A table that may be absent or without rows: what it would say stays open.</summary>
    static SheetReading? Optional(SheetFile file, SheetDeclaration declaration, Findings findings)
    {
        bool isThere = file.Sheets.Any(s => s.Name == declaration.Title.Zh && s.Rows.Any(r => r.Line > 2 && r.Cells.Any(c => c.Length > 0) && !ExampleRow.Is(r.Cells[0])));
        return isThere ? SheetImport.Read(file, declaration, findings) : null;
    }
}
