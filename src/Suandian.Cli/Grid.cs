using Spectre.Console;

namespace Suandian.Cli;

/// <summary>A table of an answer: drawn on a screen, tab-separated in a pipe or file.</summary>
static class Grid
{
    /// <summary>Prints a table; the first column is text, the others are numbers.</summary>
    internal static void Print(Terminal terminal, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
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
            table.AddColumn(i == 0 ? column : column.RightAligned());
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        Terminal.Draw(terminal.Answers).Write(table);
    }
}
