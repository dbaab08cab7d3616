using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Suandian.Cases;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>Reads an edited table of drafts and finds all that is wrong with it.</summary>
sealed class DraftTableReader(string file)
{
    static readonly string[] Needed = ["confirm", "id", "name", "kind", "comparator", "value", "max", "unit", "due", "due_status", "start", "literal", "line"];

    readonly List<Problem> _problems = [];
    Dictionary<string, string> _cells = [];
    int _line;

    internal DraftReading Read(ReadOnlyMemory<byte> utf8)
    {
        using var csv = CsvReader.Create(utf8, CsvReaderOptions.Default with { Separator = ',', TrackLineNumbers = true });
        var rows = ImmutableArray.CreateBuilder<ConfirmedDraft>();
        var all = 0;
        var header = ImmutableArray<string>.Empty;
        while (csv.Read())
        {
            if (header.IsEmpty)
            {
                header = [.. csv.Headers.ToArray().Select(name => name.Trim())];
                if (!HasColumns(header))
                {
                    return new DraftReading([], 0, [.. _problems]);
                }
            }

            _line = (int)csv.LineNumber;
            _cells = Enumerable.Range(0, Math.Min(header.Length, csv.FieldCount)).Where(i => header[i].Length > 0).ToDictionary(i => header[i], i => csv.GetString(i).Trim());
            if (_cells.Values.All(cell => cell.Length == 0))
            {
                continue;
            }

            all++;
            if (Confirmed() && Row() is { } row)
            {
                rows.Add(new ConfirmedDraft(row, _line));
            }
        }

        return new DraftReading(_problems.Exists(problem => problem.Severity == Severity.Error) ? [] : rows.ToImmutable(), all, [.. _problems]);
    }

    /// <summary>True where every needed column is there, and every column known and there once; a misspelt one would be lost in silence.</summary>
    bool HasColumns(ImmutableArray<string> header)
    {
        var named = header.Where(name => name.Length > 0).ToArray();
        string[][] wrong = [[.. Needed.Except(named)], [.. named.Except(DraftTable.Columns)], [.. named.GroupBy(name => name).Where(names => names.Count() > 1).Select(names => names.Key)]];
        foreach (var names in wrong.Where(names => names.Length > 0))
        {
            Wrong(ProblemCode.DraftColumn, 1, string.Join(", ", names), null, ("columns", string.Join(", ", DraftTable.Columns)));
        }

        return _problems.Count == 0;
    }

    /// <summary>A problem with the sentences of its code.</summary>
    internal static Problem Problem(string code, string file, (int? Row, string? Column) at, string? value, params ReadOnlySpan<(string Name, object? Value)> places) =>
        new(code, ProblemCode.SeverityOf(code), file, at.Row, at.Column, value, Phrases.Of($"check.{code}.expected", places), Phrases.Of($"check.{code}.remedy", places));

    /// <summary>The same for a whole file.</summary>
    internal static Problem Problem(string code, string file, int? row, string? column, string? value) => Problem(code, file, (row, column), value);

    bool Confirmed()
    {
        switch (Cases.Tables.Cell.HalfWidth(Cell("confirm")).ToUpperInvariant())
        {
            case "YES" or "Y" or "TRUE" or "1" or "是" or "确认" or "√":
                return true;
            case "NO" or "N" or "FALSE" or "0" or "否" or "×":
                return false;
            default:
                Wrong(Cell("confirm").Length == 0 ? ProblemCode.DraftUnconfirmed : ProblemCode.LedgerConfirm, _line, "confirm", Cell("confirm"));
                return false;
        }
    }

    DraftTarget? Row()
    {
        var before = _problems.Count;
        var kind = Choice<TargetKind>("kind", DraftTable.NameOf);
        var comparator = Choice<Comparator>("comparator", value => DraftTable.SignOf((Comparator)value));
        var status = Choice<DueStatus>("due_status", DraftTable.NameOf);
        var (value, max) = (Number("value"), Number("max"));
        var (due, other, start) = (Day("due"), Day("due_other"), Day("start"));
        var (perPeriod, confidence, places) = (Number("per_period"), Number("confidence"), Places());
        if (Cell("name").Length == 0)
        {
            Cell("name", new Text("名称", "a name"));
        }

        if (comparator is Comparator.AtLeast or Comparator.AtMost or Comparator.Equal or Comparator.Range && value is null)
        {
            Cell("value", new Text("数值，因为 comparator 需要", "a number, as the comparator needs one"));
        }

        if (comparator == Comparator.Range && (max is null || max < value))
        {
            Cell("max", new Text("不小于 value 的数", "a number not below value"));
        }

        if (comparator == Comparator.Interval && (start is null || due is null || due < start))
        {
            Cell("start", new Text("不晚于 due 的首日；两日都要写", "the first day, not after due; both days are needed"));
        }

        return _problems.Count > before ? null : Beside(new DraftTarget
        {
            Id = Cell("id"), Section = Cell("section"), Name = Cell("name"), Scope = Cell("scope"), Kind = kind!.Value,
            Comparator = comparator!.Value, Value = value, Max = max, Unit = OrNull("unit"), UnitLiteral = OrNull("unit_literal"),
            Due = due, DueStatus = status!.Value, Start = start, Literal = Cell("literal"), PerPeriod = perPeriod,
            Confidence = (double)(confidence ?? 1), Places = places, DueAlternatives = other is null || due is null ? [] : [due.Value, other.Value],
        });
    }

    /// <summary>The same with what needs no understanding.</summary>
    DraftTarget Beside(DraftTarget row) => row with
    {
        PartOf = OrNull("part_of"),
        ShareOf = OrNull("share_of"),
        MayOverlap = [.. Cell("may_overlap").Split([' ', ';', '；'], StringSplitOptions.RemoveEmptyEntries)],
        Source = Cell("source"),
        NameEn = Cell("name_en"),
        Indicator = Cell("indicator"),
        Plan = Cell("plan"),
        PlanWeights = Cell("plan_weights"),
    };

    ImmutableArray<TextPlace> Places() => Number("line") is { } line ? [new((int)line, (int)(Number("column") ?? 0), Cell("quote")) { Page = (int?)Number("page") }] : [];

    T? Choice<T>(string column, Func<Enum, string> name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (name(value) == Cell(column))
            {
                return value;
            }
        }

        var all = string.Join(", ", Enum.GetValues<T>().Select(value => name(value)));
        Cell(column, new Text(all, all));
        return null;
    }

    decimal? Number(string column)
    {
        if (Cell(column).Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(Cell(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Cell(column, new Text("一个数，不带单位", "a number without unit"));
        return null;
    }

    DateOnly? Day(string column)
    {
        if (Cell(column).Length == 0)
        {
            return null;
        }

        string[] forms = ["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日"];
        if (DateOnly.TryParseExact(Cell(column), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Cell(column, new Text("日期，如 2024-12-31", "a day such as 2024-12-31"));
        return null;
    }

    string Cell(string column) => _cells.GetValueOrDefault(column, "");

    string? OrNull(string column) => Cell(column) is { Length: > 0 } text ? text : null;

    void Cell(string column, Text wanted) => Wrong(ProblemCode.DraftCell, _line, column, Cell(column), ("wanted", wanted));

    void Wrong(string code, int row, string column, string? value, params ReadOnlySpan<(string Name, object? Value)> places) =>
        _problems.Add(Problem(code, file, (row, column), value, places));
}
