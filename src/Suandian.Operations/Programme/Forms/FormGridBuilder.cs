using System.Collections.Immutable;
using System.Globalization;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Sets a scored form in a layout.</summary>
sealed class FormGridBuilder
{
    readonly FormLayout _layout;
    readonly ScoredForm _scored;
    readonly ScoredRow[] _rows;
    readonly List<GridCell> _cells = [];
    readonly HashSet<(int Row, int Column)> _taken = [];
    int _next;

    FormGridBuilder(ScoredForm scored, FormLayout layout)
    {
        _scored = scored;
        _layout = layout;
        _rows = [.. scored.Rows.OrderBy(r => layout.PlaceOf(r.Row.Second) ?? (int.MaxValue, 0))];
    }

    /// <summary>The grid. Rows the layout has no place for come last, with the name of their second level.</summary>
    internal static FormGrid Build(ScoredForm scored, FormLayout layout) => new FormGridBuilder(scored, layout).Build();

    FormGrid Build()
    {
        AddAll(_layout.Top);
        int head = _next;
        AddAll(_layout.Head);
        int first = _next;
        for (int i = 0; i < _rows.Length; i++)
        {
            AddIndicator(i, first);
        }

        AddAll(_layout.Bottom);
        var about = _scored.Form.Head;
        return new FormGrid
        {
            Layout = _layout,
            Title = _layout.Title + (about.IsDemonstration ? Phrases.Of("form.demonstration").Zh : ""),
            Subtitle = string.Create(CultureInfo.InvariantCulture, $"（{(about.Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : "　　")}年度）"),
            Cells = [.. _cells],
            Rows = _next,
            HeadFirst = head,
            IndicatorFirst = first,
            Codes = [.. _rows.Select(r => r.Row.Code)],
            Notes = FormNotes.Of(_scored, _layout),
        };
    }

    void AddAll(ImmutableArray<ImmutableArray<LayoutCell>> rows)
    {
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                var value = cell.Field is null ? new GridValue(cell.Text ?? "") : FormFields.Of(cell, _scored);
                int height = cell.Rows < 0 ? _layout.Head.Length + _rows.Length : cell.Rows;
                Place(cell.Span, height, value, cell.Field, null);
            }

            _next++;
        }
    }

    void AddIndicator(int index, int first)
    {
        var scored = _rows[index];
        foreach (var cell in _layout.Row)
        {
            if (cell.Field is "first" or "second")
            {
                var (label, rows) = Level(index, cell.Field == "first");
                if (rows > 0)
                {
                    Place(cell.Span, rows, new GridValue(label), cell.Field, null);
                }
            }
            else
            {
                Place(cell.Span, 1, FormFields.Of(cell.Field!, scored, _scored.Options), cell.Field, scored.Row.Code);
            }
        }

        _next = first + index + 1;
    }

    /// <summary>Label of a level and how many rows it runs from here; 0 where it has begun above.</summary>
    (string Label, int Rows) Level(int index, bool isFirst)
    {
        (string, string) Key(ScoredRow row) => (First(row), isFirst ? "" : Second(row));
        var key = Key(_rows[index]);
        if (index > 0 && Key(_rows[index - 1]) == key)
        {
            return ("", 0);
        }

        return (isFirst ? key.Item1 : key.Item2, _rows.Skip(index).TakeWhile(r => Key(r) == key).Count());
    }

    string First(ScoredRow row) => _layout.PlaceOf(row.Row.Second) is { } place ? _layout.Groups[place.Group].Label : Second(row);

    string Second(ScoredRow row) => _layout.PlaceOf(row.Row.Second) is { } place
        ? _layout.Groups[place.Group].Second[place.Second].Label : row.Row.Second.Name().Zh;

    /// <summary>Puts a cell into the next free columns of the row.</summary>
    void Place(int span, int rows, GridValue value, string? field, string? code)
    {
        int column = 0;
        while (_taken.Contains((_next, column)))
        {
            column++;
        }

        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < span; c++)
            {
                _taken.Add((_next + r, column + c));
            }
        }

        _cells.Add(new GridCell(_next, column, rows, span, value, field, code));
    }
}
