using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Sheets;

namespace Suandian.Operations.Programme.Forms;

/// <summary>Head and money of a form while they are read back.</summary>
sealed partial class FormHeadEdit(Form kept)
{
    FormHead _head = kept.Head;
    string _executionReason = kept.Money.Reason;
    string[]? _reasons;
    bool _isMoneyChanged;

    /// <summary>Takes the text of a changed cell; false where it is no number and should be.</summary>
    internal bool Change(string field, string text, LayoutCell? cell)
    {
        if (field.StartsWith("money.", StringComparison.Ordinal))
        {
            _isMoneyChanged |= !field.EndsWith(".rate", StringComparison.Ordinal);
            return field.EndsWith(".rate", StringComparison.Ordinal) || text.Length == 0 || Amount(text) is not null || IsOpen(text);
        }

        switch (field)
        {
            case "execution.reason":
                _executionReason = text;
                break;
            case "reasons":
                _reasons = text.Split('\n');
                break;
            case "execution.weight" or "execution.rate" or "execution.score" or "total.weight" or "total.score":
                break; // worked out again
            default:
                Words(field, cell is { Choices.Length: > 0 } ? Chosen(cell, text) : text);
                break;
        }

        return true;
    }

    /// <summary>Takes the year from a line such as （2024年度）.</summary>
    internal void Year(string subtitle)
    {
        var found = YearWord().Match(Cell.HalfWidth(subtitle));
        _head = _head with { Year = found.Success ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null };
    }

    /// <summary>Takes the mark of a demonstration from the title.</summary>
    internal void Demonstrate(string title) => _head = _head with { IsDemonstration = title.Contains("演示", StringComparison.Ordinal) };

    /// <summary>The form with rows; where one amount was changed, all that is shown counts as given.</summary>
    internal Form Result(ImmutableArray<FormRow> rows, Func<string, string> shown)
    {
        var money = kept.Money with { Reason = _executionReason };
        if (_isMoneyChanged)
        {
            money = money with { Rows = [.. Enum.GetValues<MoneySource>().Select(s => Line(s, shown)).OfType<MoneyRow>()] };
        }

        return new Form { Head = _head, Money = Explained(money), Rows = Explained(rows) };
    }

    MoneyRow? Line(MoneySource source, Func<string, string> shown)
    {
        string name = "money." + FormWords.Code(source);
        var row = new MoneyRow(source, Amount(shown(name + ".initial")), Amount(shown(name + ".budget")), Amount(shown(name + ".executed")));
        bool isShown = row.Initial is not null || row.Budget is not null || row.Executed is not null;
        return isShown ? row : kept.Money.Rows.FirstOrDefault(r => r.Source == source && shown(name + ".budget").Length == 0 && r.Source != MoneySource.Total);
    }

    FormMoney Explained(FormMoney money) => Reason(FormFields.ExecutionName) is { } reason ? money with { Reason = reason } : money;

    ImmutableArray<FormRow> Explained(ImmutableArray<FormRow> rows) =>
        _reasons is null ? rows : [.. rows.Select(r => r.IsApplicable ? r with { Reason = Reason(r.Indicator) ?? "" } : r)];

    /// <summary>What stands behind a name in the lines of reasons; null where the name has none.</summary>
    string? Reason(string name) =>
        _reasons?.FirstOrDefault(line => line.StartsWith(name + "：", StringComparison.Ordinal)) is { } line ? line[(name.Length + 1)..] : null;

    void Words(string field, string text) => _head = field switch
    {
        "project" => _head with { Project = text },
        "department" => _head with { Department = text },
        "unit" => _head with { Unit = text },
        "goal" => _head with { Goal = text },
        "goal_done" => _head with { GoalDone = text },
        "course" => _head with { Course = text },
        "conclusion" => _head with { Conclusion = text },
        "shortcomings" => _head with { Shortcomings = text },
        "measures" => _head with { Measures = text },
        "leader" => _head with { Leader = text },
        "finance_leader" => _head with { FinanceLeader = text },
        "category" => _head with { Category = text },
        "attribute" => _head with { Attribute = text },
        "type" => _head with { Type = text },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field"),
    };

    /// <summary>The choice behind which a tick stands; empty where none does.</summary>
    static string Chosen(LayoutCell cell, string text) => cell.Choices.FirstOrDefault(choice =>
    {
        int at = text.IndexOf(choice, StringComparison.Ordinal);
        return at >= 0 && text[(at + choice.Length)..].TrimStart() is ['☑' or '√' or '■' or '✓' or '✔', ..];
    }) ?? "";

    static bool IsOpen(string text) => text == GridValue.Open.Text || text is "-" or "/" or "—";

    static decimal? Amount(string text) => SheetQuantity.Read(text, "万元") is { Upper: null } amount ? amount.Value : null;

    [GeneratedRegex("[0-9]{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearWord();
}
