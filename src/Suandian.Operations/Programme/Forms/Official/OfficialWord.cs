using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suandian.Cases.Workbooks;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>Writes an official document as .docx: 22 lines of 28 characters on A4.</summary>
/// <remarks>
/// Lengths in twentieths of a point. The type area is 156 × 225 mm (GB/T 9704-2012): 225 mm / 22 = 28.99 pt a line, here 579; 156 mm / 28 =
/// 15.79 pt a character, a quarter point below the 16 of 3号, here −5 a letter. The grid of Word alone (linesAndChars) gives 18 characters in
/// LibreOffice, so the spacing is written at the letters. Measured with LibreOffice: 22 × 28; Word and WPS have not been tried.
/// </remarks>
public static class OfficialWord
{
    const int Line = 579, Letter = 315, TextWidth = 8845;

    static readonly WordFont Title = new("方正小标宋简体", 22);
    static readonly WordFont Body = new("仿宋_GB2312", 16) { SpacingTwips = -5 };
    static readonly WordFont[] Headings =
        [new("黑体", 16) { SpacingTwips = -5 }, new("楷体_GB2312", 16) { SpacingTwips = -5 }, Body with { IsBold = true }, Body];
    static readonly WordFont Caption = new("黑体", 12);
    static readonly WordFont Page = new("宋体", 14) { Latin = "宋体" };

    /// <summary>Writes the document aside, then under its name.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(OfficialDocument document, string path)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var memory = new MemoryStream();
        using (var file = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = file.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(
                new EvenAndOddHeaders(), new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress });
            var body = new Body();
            Head(document, body);
            Blocks(document, body, main);
            Tail(document, body);
            body.Append(Section(main));
            main.Document = new Document(body);
        }

        OfficePackage.Save(memory, path);
    }

    static void Head(OfficialDocument document, Body body)
    {
        if (document.Number is { } number)
        {
            body.Append(Paragraph(number.ToString(), Body, JustificationValues.Center), Paragraph("", Body, JustificationValues.Both));
        }

        var title = Paragraph(document.Title, Title, JustificationValues.Center);
        title.ParagraphProperties!.SnapToGrid = new SnapToGrid { Val = false }; // else a line of these letters takes two of the grid
        body.Append(title, Paragraph("", Body, JustificationValues.Both));
        if (document.Addressee.Length > 0)
        {
            body.Append(Paragraph(document.Addressee + (document.Language == Language.Zh ? "：" : ":"), Body, JustificationValues.Both));
        }
    }

    static void Blocks(OfficialDocument document, Body body, MainDocumentPart main)
    {
        var numbers = new HeadingNumbers(document.Language);
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case OfficialHeading heading:
                    body.Append(Heading(numbers.Next(heading), heading.Level));
                    break;
                case OfficialParagraph paragraph:
                    body.Append(Indented(paragraph.Text, Body));
                    break;
                case OfficialTable table:
                    body.Append(Captioned(numbers.Table(table.Caption), isAbove: true), OfficialWordTable.Table(table, TextWidth), After());
                    break;
                case OfficialBars bars:
                    body.Append(OfficialWordChart.Paragraph(bars, main), Captioned(numbers.Figure(bars.Caption), isAbove: false));
                    break;
            }
        }
    }

    static void Tail(OfficialDocument document, Body body)
    {
        for (int i = 0; i < document.Attachments.Length; i++)
        {
            string label = i > 0 ? "" : Phrases.Of("official.attachment").In(document.Language);
            string number = document.Attachments.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{i + 1}.");
            if (i == 0)
            {
                body.Append(Paragraph("", Body, JustificationValues.Both));
            }

            // the names of further attachments stand below the first one, three characters in
            body.Append(Indented((i > 0 && document.Language == Language.Zh ? "　　　" : "") + label + number + document.Attachments[i], Body));
        }

        if (document.Signatory.Length > 0 || document.Date is not null)
        {
            string date = document.DateWords;
            double beyond = (Characters(document.Signatory) - Characters(date)) / 2;
            Paragraph[] signed =
            [
                Paragraph("", Body, JustificationValues.Both), Paragraph("", Body, JustificationValues.Both),
                ToTheRight(document.Signatory, (int)Math.Max(0, (4 - beyond) * Letter)),
            ];
            foreach (var paragraph in signed)
            {
                paragraph.ParagraphProperties!.KeepNext = new KeepNext();
            }

            body.Append(signed);
            body.Append(ToTheRight(date, 4 * Letter));
        }
    }

    /// <summary>Width in characters; a letter or digit takes half of one.</summary>
    static double Characters(string text) => text.Sum(c => c >= 0x2E80 ? 1.0 : 0.5);

    static Paragraph Paragraph(string text, WordFont font, JustificationValues side) =>
        new(Properties(new Justification { Val = side }), WordPieces.Run(text, font));

    static Paragraph Indented(string text, WordFont font) => new(
        Properties(new Indentation { FirstLine = Text(2 * Letter), FirstLineChars = 200 }, new Justification { Val = JustificationValues.Both }), WordPieces.Run(text, font));

    static Paragraph ToTheRight(string text, int indent) => new(
        Properties(new Indentation { Right = Text(indent) }, new Justification { Val = JustificationValues.Right }), WordPieces.Run(text, Body));

    static Paragraph Heading(string text, int level)
    {
        var paragraph = Indented(text, Headings[level - 1]);
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        paragraph.ParagraphProperties.OutlineLevel = new OutlineLevel { Val = level - 1 };
        return paragraph;
    }

    static Paragraph Captioned(string text, bool isAbove)
    {
        var paragraph = Paragraph(text, Caption, JustificationValues.Center);
        if (isAbove)
        {
            paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        }

        return paragraph;
    }

    /// <summary>A low line between a table and what follows.</summary>
    static Paragraph After() => new(new ParagraphProperties(new SnapToGrid { Val = false }, new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Exact }));

    static ParagraphProperties Properties(params ReadOnlySpan<OpenXmlElement> more)
    {
        var properties = new ParagraphProperties(
            new OverflowPunctuation { Val = false },
            new SpacingBetweenLines { Before = "0", After = "0", Line = Text(Line), LineRule = LineSpacingRuleValues.Exact });
        foreach (var element in more)
        {
            properties.Append(element);
        }

        return properties;
    }

    static SectionProperties Section(MainDocumentPart main)
    {
        Footer(main, "odd", JustificationValues.Right, new Indentation { Right = "280", RightChars = 100 });
        Footer(main, "even", JustificationValues.Left, new Indentation { Left = "280", LeftChars = 100 });
        return new SectionProperties(
            new FooterReference { Id = "odd", Type = HeaderFooterValues.Default },
            new FooterReference { Id = "even", Type = HeaderFooterValues.Even },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 2098, Bottom = 1984, Left = 1587, Right = 1474, Header = 851, Footer = 1587 },
            new DocGrid { Type = DocGridValues.Lines, LinePitch = Line });
    }

    /// <summary>— 1 —, odd pages to the right and even ones to the left, one character in.</summary>
    static void Footer(MainDocumentPart main, string id, JustificationValues side, Indentation indent) =>
        main.AddNewPart<FooterPart>(id).Footer = new Footer(new Paragraph(
        [
            new ParagraphProperties(indent, new Justification { Val = side }),
            WordPieces.Run("— ", Page), .. WordPieces.Field("PAGE", Page), WordPieces.Run(" —", Page),
        ]));

    static string Text(int twips) => twips.ToString(CultureInfo.InvariantCulture);
}
