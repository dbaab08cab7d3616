using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Checking.Forms;

/// <summary>The cells of a sheet or CSV file, merged cells filled.</summary>
/// <param name="Sheet">Name of the sheet; empty for CSV.</param>
/// <param name="Rows">Texts of each row.</param>
sealed record FormGrid(string Sheet, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>A cell; an empty one outside the grid or for a column the layout lacks.</summary>
    internal FormCell Cell(int row, int? column) => column is { } at && row < Rows.Length && at < Rows[row].Length
        ? new FormCell(Address(row, at), Rows[row][at])
        : new FormCell(Address(row, column ?? 0), "");

    /// <summary>The first column of a header row whose text holds one of the words; null for none.</summary>
    internal int? Column(int row, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            for (var column = 0; column < Rows[row].Length; column++)
            {
                if (Plain(Rows[row][column]).Contains(word, StringComparison.Ordinal))
                {
                    return column;
                }
            }
        }

        return null;
    }

    /// <summary>The cell that speaks of something in a row whose first words hold a word, such as all reasons of a form in one cell; an empty one for none.</summary>
    internal FormCell Speaking(string of, string word)
    {
        for (var row = 0; of.Length > 0 && row < Rows.Length; row++)
        {
            var said = Rows[row].Length > 0 && Plain(Rows[row][0]).Contains(word, StringComparison.Ordinal)
                ? Array.FindIndex([.. Rows[row]], 1, text => text.Contains(of, StringComparison.Ordinal)) : -1;
            if (said > 0)
            {
                return Cell(row, said);
            }
        }

        return Cell(0, null);
    }

    /// <summary>Text without blanks and line ends.</summary>
    internal static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    string Address(int row, int column)
    {
        var letters = "";
        for (var left = column; left >= 0; left = (left / 26) - 1)
        {
            letters = (char)('A' + (left % 26)) + letters;
        }

        return (Sheet.Length > 0 ? Sheet + "!" : "") + letters + (row + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
