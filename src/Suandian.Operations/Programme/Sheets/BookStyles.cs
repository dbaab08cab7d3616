using DocumentFormat.OpenXml.Spreadsheet;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>Collects the looks of a workbook into its style sheet.</summary>
sealed class BookStyles
{
    readonly List<BookStyle> _styles = [new()];

    /// <summary>Number of a look.</summary>
    internal uint IndexOf(BookStyle style)
    {
        int at = _styles.IndexOf(style);
        if (at < 0)
        {
            at = _styles.Count;
            _styles.Add(style);
        }

        return (uint)at;
    }

    /// <summary>The style sheet with every look asked for.</summary>
    internal Stylesheet Sheet()
    {
        string[] formats = [.. _styles.Select(s => s.Format).Where(f => f.Length > 0 && f != "@").Distinct()];
        string?[] grounds = [.. _styles.Select(s => s.Ground).Where(g => g is not null).Distinct()];
        var sheet = new Stylesheet();
        if (formats.Length > 0)
        {
            sheet.Append(new NumberingFormats(formats.Select((f, i) => new NumberingFormat { NumberFormatId = FormatId(i), FormatCode = f })) { Count = (uint)formats.Length });
        }

        sheet.Append(
            new Fonts(_styles.Select(Font)),
            new Fills([.. (Fill[])[Ground(PatternValues.None), Ground(PatternValues.Gray125)], .. grounds.Select(Solid)]),
            new Borders(new Border(), Lines()),
            new CellFormats(_styles.Select((s, i) => Format(s, i, formats, grounds))));
        return sheet;
    }

    static uint FormatId(int index) => 164 + (uint)index; // numbers below 164 are built in

    static Font Font(BookStyle style)
    {
        var font = new Font();
        if (style.IsBold)
        {
            font.Append(new Bold());
        }

        if (style.IsItalic)
        {
            font.Append(new Italic());
        }

        font.Append(new FontSize { Val = style.SizePt }, new Color { Rgb = "FF" + style.Colour }, new FontName { Val = style.Font });
        return font;
    }

    static Fill Ground(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    static Fill Solid(string? colour) => new(new PatternFill(new ForegroundColor { Rgb = "FF" + colour }) { PatternType = PatternValues.Solid });

    static Border Lines() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin });

    static CellFormat Format(BookStyle style, int font, string[] formats, string?[] grounds) => new(new Alignment
    {
        Horizontal = style.Align switch
        {
            BookAlign.Centre => HorizontalAlignmentValues.Center,
            BookAlign.Right => HorizontalAlignmentValues.Right,
            _ => HorizontalAlignmentValues.Left,
        },
        Vertical = style.IsTop ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center,
        WrapText = style.Wraps,
    })
    {
        FontId = (uint)font,
        FillId = style.Ground is null ? 0 : (uint)(Array.IndexOf(grounds, style.Ground) + 2),
        BorderId = style.HasBorder ? 1u : 0u,
        NumberFormatId = style.Format switch { "" => 0, "@" => 49, var format => FormatId(Array.IndexOf(formats, format)) },
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        ApplyNumberFormat = true,
    };
}
