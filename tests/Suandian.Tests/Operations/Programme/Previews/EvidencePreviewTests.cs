using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Sheets;

namespace Suandian.Operations.Programme.Previews;

public sealed class EvidencePreviewTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("suandian-preview-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_table_of_text_shows_its_first_lines_whatever_the_file_is_called()
    {
        var preview = await Preview(System.Text.Encoding.UTF8.GetBytes("\uFEFF日期,人数\n2024-05-01,30\n"));

        Assert.Equal((FileKind.Text, "日期,人数/2024-05-01,30"), (preview.Kind, string.Join('/', preview.Lines)));
    }

    [Fact]
    public async Task What_looks_like_the_number_of_a_telephone_is_not_shown()
    {
        string number = "13" + new string('0', 9); // nobody's

        var preview = await Preview(System.Text.Encoding.UTF8.GetBytes($"人员,电话\n某人,{number}\n{new string('字', 115)}{number}\n"));

        // the last one would be cut after five of its digits, which no longer look like a telephone
        Assert.Equal($"人员,电话/某人,***/{new string('字', 115)}***", string.Join('/', preview.Lines));
    }

    [Fact]
    public async Task A_workbook_shows_its_sheets_and_their_first_rows()
    {
        string path = Path.Combine(_folder, "book.xlsx");
        SheetBook.Write(path, [new SheetTable(RegisterSheet.Declare(RegisterSchema.Of("universities"), SmallLedger.Blank().State), [])]);

        var preview = await Preview(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));

        Assert.Equal(FileKind.Workbook, preview.Kind);
        Assert.Equal("[高校]", preview.Lines[0]);
        Assert.Contains("省份", preview.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_shows_its_first_paragraphs()
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("开工令"))), new Paragraph(), new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("同意开工。")))));
        }

        var preview = await Preview(memory.ToArray());

        Assert.Equal((FileKind.Document, "开工令/同意开工。"), (preview.Kind, string.Join('/', preview.Lines)));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452000002800000016008020000", 640, 352)] // PNG: width and height in the header chunk
    [InlineData("474946383961400120000000", 320, 32)] // GIF: little endian
    [InlineData("FFD8FFE000040000FFC0001108012002000301", 512, 288)] // JPEG: an application segment, then the frame with height and width
    public async Task A_picture_shows_its_size_in_pixels(string bytes, int width, int height)
    {
        var preview = await Preview(Convert.FromHexString(bytes));

        Assert.Equal((FileKind.Picture, $"{width} × {height} pixels"), (preview.Kind, preview.Remark.En));
    }

    [Fact]
    public async Task Bytes_of_no_known_kind_and_damaged_files_are_told_as_such()
    {
        Assert.Equal("nothing to preview", (await Preview([0, 1, 2, 0])).Remark.En);
        Assert.Equal(FileKind.Other, (await Preview([(byte)'P', (byte)'K', 3, 4, 9])).Kind);
    }

    async Task<EvidencePreview> Preview(byte[] bytes)
    {
        string path = Path.Combine(_folder, "0a1b");
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        return await EvidencePreview.Of(path, SmallLedger.Blank().State, TestContext.Current.CancellationToken);
    }
}
