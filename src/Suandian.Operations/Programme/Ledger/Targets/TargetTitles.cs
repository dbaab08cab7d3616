using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Targets;

/// <summary>How targets are called beside each other: a name that another target bears too, or that means nothing alone, stands with its scope; a section stands by its title.</summary>
sealed partial class TargetTitles
{
    readonly FrozenDictionary<string, string> _parts;
    readonly FrozenDictionary<string, int> _names;
    readonly FrozenDictionary<string, int> _scoped;

    TargetTitles(ImmutableArray<Target> targets)
    {
        _parts = targets.GroupBy(SectionOf).ToFrozenDictionary(group => group.Key, group => PartOf(group.Key, [.. group]));
        _names = targets.CountBy(t => t.Name.Zh).ToFrozenDictionary();
        _scoped = targets.CountBy(t => t.Name.Zh + t.Scope).ToFrozenDictionary();
    }

    /// <summary>The titles of every target of a state.</summary>
    internal static TargetTitles Of(LedgerState state) => new([.. state.Rows("targets").Select(Target.From)]);

    /// <summary>Title of the part a target stands in: its section without item number; where that is only a number, what its rows say it is about.</summary>
    internal string Part(Target target) => _parts.GetValueOrDefault(SectionOf(target), target.Section);

    /// <summary>Name of a target as it stands beside the others.</summary>
    internal Text Title(Target target)
    {
        bool isShared = _names.GetValueOrDefault(target.Name.Zh) > 1;
        bool isTold = target.Scope.Length == 0 || target.Name.Zh.Contains(target.Scope, StringComparison.Ordinal) || (!isShared && target.Scope == Part(target));
        string scope = isShared && _scoped[target.Name.Zh + target.Scope] > 1 ? target.Id : isTold ? "" : target.Scope;
        return scope.Length == 0 ? target.Name : new Text($"{target.Name.Zh}（{scope}）", $"{target.Name.En} ({scope})");
    }

    static string SectionOf(Target target) => Item().Replace(target.Section, "");

    /// <summary>The first scope that no target of the section names which has another scope itself: 招商引资活动 is a promise and no title where a target says that they are held.</summary>
    static string PartOf(string section, ImmutableArray<Target> targets) => !Number().IsMatch(section) ? section
        : targets.Select(t => t.Scope).FirstOrDefault(scope => scope.Length > 0 && !targets.Any(t => t.Scope != scope && t.Name.Zh.Contains(scope, StringComparison.Ordinal))) ?? section;

    [GeneratedRegex("[①-⑳]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();

    [GeneratedRegex("^[0-9.．、()（）第一二三四五六七八九十条节章 ]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
