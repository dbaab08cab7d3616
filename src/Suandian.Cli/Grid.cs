using Spectre.Console;

namespace Suandian.Cli;

/// <summary>A table of an answer: drawn on a screen, tab-separated in a pipe or file.</summary>
static class Grid
{
    /// <summary>Prints a table, and nothing at all without rows.</summary>
    internal static void PrintIfAny(Terminal terminal, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows, Predicate<int>? isText = null)
    {
        if (rows.Count > 0)
        {
            Print(terminal, headings, rows, isText);
        }
    }

    /// <summary>Prints a table; the first column is text, the others are numbers unless told otherwise.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="headings">Headings of the columns.</param>
    /// <param name="rows">Cells of each row.</param>
    /// <param name="isText">True for a further column of text; null for none.</param>
    internal static void Print(
        Terminal terminal, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, Predicate<int>? isText = null)
    {
        if (!terminal.AnswersAreOnScreen)
        {
            foreach (var row in rows.Prepend(headings))
            {
                terminal.Say(string.Join('\t', row));
            }

            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        for (var i = 0; i < headings.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(headings[i]));
            table.AddColumn(i == 0 || isText?.Invoke(i) == true ? column : column.RightAligned());
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        Terminal.Draw(terminal.Answers).Write(table);
    }
}
