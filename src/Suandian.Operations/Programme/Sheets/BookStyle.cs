namespace Suandian.Operations.Programme.Sheets;

/// <summary>How a cell of a workbook looks; equal styles are stored once.</summary>
sealed record BookStyle
{
    /// <summary>Name of the typeface.</summary>
    internal string Font { get; init; } = "宋体";

    /// <summary>Size in points.</summary>
    internal double SizePt { get; init; } = 11;

    /// <summary>Bold.</summary>
    internal bool IsBold { get; init; }

    /// <summary>Italic.</summary>
    internal bool IsItalic { get; init; }

    /// <summary>Colour of the letters, RRGGBB.</summary>
    internal string Colour { get; init; } = "000000";

    /// <summary>Colour of the ground, RRGGBB; null for none.</summary>
    internal string? Ground { get; init; }

    /// <summary>Thin lines on all four sides.</summary>
    internal bool HasBorder { get; init; }

    /// <summary>Side to which the text is set.</summary>
    internal BookAlign Align { get; init; } = BookAlign.Left;

    /// <summary>True where the text begins at the top of its cell instead of standing in the middle.</summary>
    internal bool IsTop { get; init; }

    /// <summary>True where long text is broken.</summary>
    internal bool Wraps { get; init; }

    /// <summary>Number format, such as <c>0.00%</c>; @ for text; empty for the general one.</summary>
    internal string Format { get; init; } = "";
}

/// <summary>Side to which text is set.</summary>
enum BookAlign
{
    /// <summary>To the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>To the right.</summary>
    Right,
}
