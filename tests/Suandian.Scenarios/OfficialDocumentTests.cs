using Suandian.Operations.Programme.Forms.Official;

namespace Suandian.Scenarios;

/// <summary>Official documents as LibreOffice prints them.</summary>
public class OfficialDocumentTests
{
    /// <summary>GB/T 9704-2012: 22 lines a page, 28 characters a line.</summary>
    [Fact]
    public async Task Plain_text_has_22_lines_of_28_characters_on_every_page()
    {
        LibreOffice.Require();
        using var scratch = new Scratch();
        const string words = "算电规划能源计算县域方案";
        var text = string.Concat(Enumerable.Range(0, 22 * 28 * 4).Select(i => words[i % words.Length]));
        OfficialWord.Write(new OfficialDocument { Title = "方格", Blocks = [new OfficialParagraph(text)] }, scratch["grid.docx"]);

        var pages = await LibreOffice.Pages(scratch["grid.docx"], scratch.Folder);

        // four pages of text and what the title, the empty line below it and the indent push on to a fifth
        Assert.Equal(5, pages.Length);
        var full = pages[1..4].Select(page => page.Where(line => line.Trim().Length > 0).ToArray()).ToArray();
        Assert.All(full, lines => Assert.Equal(22 + 1, lines.Length)); // and the page number
        Assert.All(full.SelectMany(lines => lines[..22]), line => Assert.Equal(28, line.Trim().Length));
        var first = pages[0].Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
        Assert.Equal((1 + 20 + 1, "方格", 26, 28), (first.Length, first[0], first[1].Length, first[2].Length)); // title, empty line, 20 lines, number
        Assert.Equal(["—1—", "—2—", "—3—", "—4—"], pages[..4].Select(page => page.Last(line => line.Trim().Length > 0).Replace(" ", "", StringComparison.Ordinal)));
        Assert.True(Indent(pages[0]) > Indent(pages[1]), "odd pages carry their number on the right");

        static int Indent(string[] page) => page.Last(line => line.Trim().Length > 0) is var line ? line.Length - line.TrimStart().Length : 0;
    }
}
