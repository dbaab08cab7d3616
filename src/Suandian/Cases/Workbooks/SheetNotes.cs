using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Suandian.Cases.Workbooks;

/// <summary>Notes on header cells: the comment, and the VML shape without which spreadsheets do not show it.</summary>
static class SheetNotes
{
    internal const string DrawingId = "notes";

    internal static void Add(WorksheetPart part, ImmutableArray<(int Column, string Note)> notes)
    {
        var comments = part.AddNewPart<WorksheetCommentsPart>("comments");
        comments.Comments = new Comments(
            new Authors(new Author("suandian")),
            new CommentList(notes.Select(n => new Comment(new CommentText(new DocumentFormat.OpenXml.Spreadsheet.Text(n.Note)))
            {
                Reference = Tables.Source.Letters(n.Column) + "1",
                AuthorId = 0,
            })));
        var drawing = part.AddNewPart<VmlDrawingPart>(DrawingId);
        using var stream = drawing.GetStream(FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes(Vml(notes)));
    }

    static string Vml(ImmutableArray<(int Column, string Note)> notes)
    {
        var vml = new StringBuilder("""
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
            <v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>

            """);
        foreach (var (column, _) in notes)
        {
            vml.Append(CultureInfo.InvariantCulture, $"""
                <v:shape id="n{column}" type="#note" style="position:absolute;width:260pt;height:90pt;visibility:hidden" fillcolor="#ffffe1"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>

                """);
        }

        return vml.Append("</xml>").ToString();
    }
}
