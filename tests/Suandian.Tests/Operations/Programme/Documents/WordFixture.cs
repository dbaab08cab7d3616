using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Words = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Suandian.Operations.Programme.Documents;

/// <summary>Makes a Word file of lines: a line between bars is a row of a table, # a heading.</summary>
static class WordFixture
{
    internal static void Write(string path, IEnumerable<string> lines)
    {
        using var word = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document);
        var body = new Body();
        Table? table = null;
        foreach (string line in lines.Where(line => line.Trim().Length > 0))
        {
            if (!line.StartsWith('|'))
            {
                table = null;
                body.Append(Paragraph(line));
            }
            else if (!line.StartsWith("|--", StringComparison.Ordinal))
            {
                if (table is null)
                    body.Append(table = new Table());
                table.Append(new TableRow(line.Trim().Trim('|').Split('|').Select(cell => new TableCell(Paragraph(cell.Trim())))));
            }
        }

        word.AddMainDocumentPart().Document = new Document(body);
    }

    static Paragraph Paragraph(string text)
    {
        int level = text.TakeWhile(letter => letter == '#').Count();
        var paragraph = new Paragraph(new Run(new Words(text[level..].Trim()) { Space = SpaceProcessingModeValues.Preserve }));
        if (level > 0)
            paragraph.PrependChild(new ParagraphProperties(new OutlineLevel { Val = level - 1 }));
        return paragraph;
    }
}
