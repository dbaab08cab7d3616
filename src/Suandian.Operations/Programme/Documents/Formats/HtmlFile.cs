using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Suandian.Operations.Programme.Documents.Formats;

/// <summary>Lines of an HTML page: one for each block of text, one for each table row.</summary>
static class HtmlFile
{
    static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "head", "template", "noscript" };

    static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "main",
        "blockquote", "pre", "dl", "dt", "dd", "form", "fieldset", "figure", "figcaption", "body", "center", "hr",
    };

    internal static ImmutableArray<DocumentLine> Lines(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        var writer = new BlockWriter();
        if (page.Body is { } body)
        {
            Walk(body, writer);
        }

        writer.End();
        return writer.Lines.ToImmutable();
    }

    static void Walk(IElement element, BlockWriter writer)
    {
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text)
            {
                writer.Text.Append(Squeezed(text.Data));
            }
            else if (node is IElement child && !Skipped.Contains(child.LocalName))
            {
                Enter(child, writer);
            }
        }
    }

    static void Enter(IElement element, BlockWriter writer)
    {
        if (element.LocalName == "br")
        {
            writer.End();
        }
        else if (element.LocalName == "table")
        {
            writer.End();
            Rows(element, writer);
        }
        else if (Blocks.Contains(element.LocalName))
        {
            writer.End();
            writer.Heading = element.LocalName is ['h', >= '1' and <= '6' and var level] ? level - '0' : 0;
            writer.Text.Append(Label(element));
            Walk(element, writer);
            writer.End();
        }
        else
        {
            Walk(element, writer);
        }
    }

    /// <summary>The number a list shows before its item.</summary>
    static string Label(IElement element) => element is { LocalName: "li", ParentElement: { LocalName: "ol" } list }
        ? string.Create(CultureInfo.InvariantCulture, $"{list.Children.Index(element) + 1}. ")
        : "";

    static void Rows(IElement table, BlockWriter writer)
    {
        writer.Tables++;
        var above = new Dictionary<int, (string Text, int Rows)>();
        foreach (var row in table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table))
        {
            writer.Row(Cells(row, above));
        }
    }

    /// <summary>Cells of a row; a cell that spans rows stands in each of them.</summary>
    static ImmutableArray<string> Cells(IElement row, Dictionary<int, (string Text, int Rows)> above)
    {
        var cells = ImmutableArray.CreateBuilder<string>();
        foreach (var cell in row.Children.Where(cell => cell.LocalName is "td" or "th"))
        {
            Fill(cells, above);
            var text = Squeezed(cell.TextContent).Trim();
            if (Span(cell, "rowspan") is > 1 and var rows)
            {
                above[cells.Count] = (text, rows - 1);
            }

            cells.Add(text);
            cells.AddRange(Enumerable.Repeat("", Span(cell, "colspan") - 1));
        }

        Fill(cells, above);
        return cells.ToImmutable();
    }

    static void Fill(ImmutableArray<string>.Builder cells, Dictionary<int, (string Text, int Rows)> above)
    {
        while (above.TryGetValue(cells.Count, out var left) && left.Rows > 0)
        {
            above[cells.Count] = (left.Text, left.Rows - 1);
            cells.Add(left.Text);
        }
    }

    static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, 100) : 1;

    static string Squeezed(string text)
    {
        var squeezed = new StringBuilder();
        foreach (var letter in text)
        {
            var isBlank = letter is ' ' or '\t' or '\n' or '\r';
            if (!isBlank || (squeezed.Length > 0 && squeezed[^1] != ' '))
            {
                squeezed.Append(isBlank ? ' ' : letter);
            }
        }

        return squeezed.ToString();
    }

    /// <summary>Gathers text until a block ends.</summary>
    sealed class BlockWriter
    {
        internal ImmutableArray<DocumentLine>.Builder Lines { get; } = ImmutableArray.CreateBuilder<DocumentLine>();

        internal StringBuilder Text { get; } = new();

        internal int Heading { get; set; }

        internal int Tables { get; set; }

        internal void End()
        {
            var text = Text.ToString().Trim();
            if (text.Length > 0)
            {
                Lines.Add(new DocumentLine(Lines.Count + 1, text) { Heading = Heading });
            }

            Text.Clear();
            Heading = 0;
        }

        internal void Row(ImmutableArray<string> cells) =>
            Lines.Add(new DocumentLine(Lines.Count + 1, string.Join('\t', cells)) { Table = Tables, Cells = cells });
    }
}
