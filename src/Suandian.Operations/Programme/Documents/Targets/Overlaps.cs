using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Lexicon;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>Marks rows that may count the same things.</summary>
static class Overlaps
{
    const string Attendance = "attendance";

    /// <summary>Rooms and buildings: the one group whose rows may overlap across units.</summary>
    const string Homes = "homes";

    /// <summary>Nouns that name one kind of thing, group by group.</summary>
    static readonly ImmutableArray<(string Group, string Noun, string[] Units, string[] With)> Nouns =
        [.. LexiconFile.Rows("overlap_nouns").Select(row => (row[0], row[1], row[2].Split(' '), row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>The rows, each with those it may overlap.</summary>
    internal static ImmutableArray<DraftTarget> Marked(ImmutableArray<DraftTarget> rows)
    {
        var groups = rows.Select(GroupsOf).ToArray();
        return [.. rows.Select((row, i) => Marked(row, rows.Where((other, j) => j != i && MayMeet(row, other) && groups[i].Overlaps(groups[j])
            && (row.Unit == other.Unit || (groups[i].Contains(Homes) && groups[j].Contains(Homes))))))];
    }

    static DraftTarget Marked(DraftTarget row, IEnumerable<DraftTarget> others)
    {
        var ids = others.Select(other => other.Id).ToImmutableArray();
        return ids.IsEmpty ? row : row with { MayOverlap = ids, Doubts = row.Doubts.Add(DraftDoubt.MayOverlap) };
    }

    static bool MayMeet(DraftTarget row, DraftTarget other) => row.Kind == TargetKind.Number && other.Kind == TargetKind.Number
        && row.PartOf is null && other.PartOf is null && row.ShareOf is null && other.ShareOf is null
        && (row.Section != other.Section || row.Scope != other.Scope || row.Unit != other.Unit);

    /// <summary>The groups a row counts in; who attends an event is no firm of the other rows.</summary>
    static HashSet<string> GroupsOf(DraftTarget row)
    {
        var groups = Nouns.Where(noun => noun.Units.Contains(row.Unit ?? "") && row.Name.Contains(noun.Noun, StringComparison.Ordinal)
                && (noun.With.Length == 0 || noun.With.Any(verb => row.Name.Contains(verb, StringComparison.Ordinal))))
            .Select(noun => noun.Group).ToHashSet();
        return groups.Contains(Attendance) ? [Attendance] : groups;
    }
}
