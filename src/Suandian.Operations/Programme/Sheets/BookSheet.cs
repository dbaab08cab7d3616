using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>A sheet of a workbook before it is written. Rows count from 1, columns from 0.</summary>
sealed record BookSheet
{
    /// <summary>Name on the tab, at most 31 characters.</summary>
    internal required string Name { get; init; }

    /// <summary>Cells in any order, none twice.</summary>
    internal required ImmutableArray<BookCell> Cells { get; init; }

    /// <summary>Cells that are merged.</summary>
    internal ImmutableArray<BookArea> Merged { get; init; } = [];

    /// <summary>Width of each column in characters of the width of a digit.</summary>
    internal ImmutableArray<double> Widths { get; init; } = [];

    /// <summary>Look of cells nobody has filled yet, column by column; empty where it does not matter.</summary>
    internal ImmutableArray<BookStyle> Looks { get; init; } = [];

    /// <summary>Height of rows in points, where it is fixed.</summary>
    internal ImmutableDictionary<int, double> HeightsPt { get; init; } = ImmutableDictionary<int, double>.Empty;

    /// <summary>Rows that are not shown.</summary>
    internal ImmutableArray<int> ConcealedRows { get; init; } = [];

    /// <summary>Columns that are not shown.</summary>
    internal ImmutableArray<int> ConcealedColumns { get; init; } = [];

    /// <summary>True where the tab is not shown.</summary>
    internal bool IsConcealed { get; init; }

    /// <summary>Rows that stay when one scrolls.</summary>
    internal int Frozen { get; init; }

    /// <summary>Drop-downs.</summary>
    internal ImmutableArray<BookList> Lists { get; init; } = [];

    /// <summary>Lines of the grid on the screen, also where it is printed.</summary>
    internal bool ShowsGrid { get; init; }

    /// <summary>How it is printed; null where nobody prints it.</summary>
    internal BookPrint? Print { get; init; }
}

/// <summary>A cell: a number, text, or only a look.</summary>
readonly record struct BookCell(int Row, int Column, string Text, decimal? Number, BookStyle Style)
{
    internal BookCell(int row, int column, string text, BookStyle style)
        : this(row, column, text, null, style)
    {
    }

    internal BookCell(int row, int column, decimal number, BookStyle style)
        : this(row, column, "", number, style)
    {
    }
}

/// <summary>A rectangle of cells, both ends included.</summary>
readonly record struct BookArea(int Row, int Column, int LastRow, int LastColumn)
{
    /// <summary>As spreadsheets write it: A1:C2.</summary>
    internal string Address => $"{Cases.Tables.Source.Letters(Column)}{Row}:{Cases.Tables.Source.Letters(LastColumn)}{LastRow}";
}

/// <summary>A drop-down over a part of a column.</summary>
/// <param name="Area">The cells.</param>
/// <param name="Formula">The words in quotes, or the cells that hold them.</param>
/// <param name="IsStrict">True where no other word is taken.</param>
readonly record struct BookList(BookArea Area, string Formula, bool IsStrict = true);

/// <summary>A4 landscape, one page wide.</summary>
/// <param name="Area">What is printed; null for every cell that is filled.</param>
/// <param name="FirstHeadRow">First row repeated on every page; 0 for none.</param>
/// <param name="LastHeadRow">Last row repeated.</param>
sealed record BookPrint(BookArea? Area, int FirstHeadRow, int LastHeadRow);
