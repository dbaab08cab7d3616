using Spectre.Console;

namespace Suandian.Cli;

/// <summary>A table of an answer: drawn on a screen, tab-separated in a pipe or file.</summary>
static class Grid
{
    /// <summary>Prints a table; the first columns are text, the others are numbers.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="headings">Titles of the columns.</param>
    /// <param name="rows">Cells by row.</param>
    /// <param name="texts">How many columns are text.</param>
    internal static void Print(Terminal terminal, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, int texts = 1)
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
            table.AddColumn(i < texts ? column : column.RightAligned());
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        Terminal.Draw(terminal.Answers).Write(table);
    }
}
