using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Dates;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <content>Due times told apart from the promise: 完成时限：10 月底.</content>
sealed partial class ItemTargets
{
    /// <summary>True for a label that tells by when the promise before it is due.</summary>
    internal static bool IsDueLabel(string words) => DueLabel().IsMatch(words);

    /// <summary>A clause that is the time after such a label: the rows since the last semicolon or stop are due then.</summary>
    bool DueAfterLabel(Clause clause, ImmutableArray<DateMention> dates)
    {
        var wasLabel = _isAfterDueLabel;
        _isAfterDueLabel = IsDueLabel(_text[clause.Start..clause.End]);
        if (!wasLabel || dates.FirstOrDefault() is not { } date || date.Kind == DateKind.Each)
        {
            return false;
        }

        drafts.DueFrom(_rowsAtBreak, _dues.Of(item.Section, date, _state));
        return true;
    }

    /// <summary>每季度1次，全年共4次: the sum of what recurs is told again, or told otherwise.</summary>
    bool Restates(DraftTarget row, NumberPhrase phrase)
    {
        var isNamed = !TargetNames.IsWeak(NameOf(phrase.Start, NameEnd(phrase)))
            || (!NumberPhrase.BeginsWithSeparator(_text, phrase.Quantity.End) && NameOf(phrase.Quantity.End, phrase.End).Length > 0);
        return !isNamed && drafts.Count > _rowsBefore && row.PerPeriod is null && row.PartOf is null && drafts.Last is { PerPeriod: not null } last
            && last.Unit == row.Unit && Total().IsMatch(_text[phrase.Start..phrase.Quantity.Start]);
    }

    /// <summary>The told total confirms the row before; where the time holds a part of a period, it settles how many there are.</summary>
    bool IsSameTotal(decimal total)
    {
        var row = drafts.Last!;
        if (row.Value == total || !row.Doubts.Contains(DraftDoubt.PartPeriod) || row.Value + row.PerPeriod != total)
        {
            return row.Value == total;
        }

        drafts.ReplaceLast(row with { Value = total, Doubts = row.Doubts.Remove(DraftDoubt.PartPeriod) });
        return true;
    }

    [GeneratedRegex("^(?:计划|拟定?)?(?:完成|建成|竣工|办结|落实|投用|投产)(?:时限|时间|期限|日期|节点)$|^(?:工作|目标|任务)?时限(?:要求)?$", RegexOptions.None, 1000)]
    private static partial Regex DueLabel();

    [GeneratedRegex("全年|共|合计|总计|总共|累计|一年", RegexOptions.None, 1000)]
    private static partial Regex Total();
}
