using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>Pieces of a WordprocessingML document (ISO/IEC 29500) that several documents are made of.</summary>
static class WordPieces
{
    /// <summary>A run of text; line breaks are kept.</summary>
    /// <param name="text">The words.</param>
    /// <param name="font">How they look.</param>
    internal static Run Run(string text, WordFont font)
    {
        var run = new Run(Properties(font));
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new DocumentFormat.OpenXml.Wordprocessing.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    /// <summary>A field that the program that shows the document works out, such as PAGE.</summary>
    internal static IEnumerable<Run> Field(string code, WordFont font) =>
    [
        new Run(Properties(font), new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(Properties(font), new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(Properties(font), new FieldChar { FieldCharType = FieldCharValues.Separate }),
        new Run(Properties(font), new DocumentFormat.OpenXml.Wordprocessing.Text("1")),
        new Run(Properties(font), new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    /// <summary>Typeface, size, weight, colour, spacing.</summary>
    internal static RunProperties Properties(WordFont font)
    {
        var properties = new RunProperties(new RunFonts
        {
            Ascii = font.Latin,
            HighAnsi = font.Latin,
            EastAsia = font.Face,
            ComplexScript = font.Latin,
            Hint = FontTypeHintValues.EastAsia,
        });
        if (font.IsBold)
        {
            properties.Append(new Bold());
        }

        properties.Append(new Color { Val = font.Colour });
        if (font.SpacingTwips != 0)
        {
            properties.Append(new Spacing { Val = font.SpacingTwips });
        }

        string half = (font.SizePt * 2).ToString(CultureInfo.InvariantCulture);
        properties.Append(new FontSize { Val = half }, new FontSizeComplexScript { Val = half });
        return properties;
    }

    /// <summary>Thin black lines around and inside a table.</summary>
    internal static TableBorders Lines() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
        new LeftBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
        new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
        new RightBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "000000" });
}

/// <summary>Letters of a document.</summary>
/// <param name="Face">Typeface of Chinese characters.</param>
/// <param name="SizePt">Size in points.</param>
sealed record WordFont(string Face, double SizePt)
{
    /// <summary>Typeface of Latin letters and digits.</summary>
    internal string Latin { get; init; } = "Times New Roman";

    /// <summary>Bold.</summary>
    internal bool IsBold { get; init; }

    /// <summary>Colour, RRGGBB.</summary>
    internal string Colour { get; init; } = "000000";

    /// <summary>Added between two letters, twentieths of a point.</summary>
    internal int SpacingTwips { get; init; }
}
