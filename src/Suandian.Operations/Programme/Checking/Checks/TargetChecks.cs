using Suandian.Operations.Programme.Documents.Lexicon;
using Suandian.Operations.Programme.Documents.Targets;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D16 to D19: what the promises leave open.</summary>
static class TargetChecks
{
    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document) =>
        [.. VerbConflicts(document), .. Open(document), .. WithoutNumber(document), .. Overlapping(document)];

    /// <summary>D16: one thing begins in a year, and its parts are to be finished in the same year.</summary>
    static IEnumerable<Finding> VerbConflicts(CheckedDocument document)
    {
        foreach (var start in document.Targets.Where(target => target.Kind == TargetKind.Milestone && Vocabulary.Has(target.Name, "start")
            && target.DueStatus is DueStatus.StatedYear or DueStatus.ThisYear or DueStatus.PeriodEnd))
        {
            var thing = TargetNames.SubjectOf(start.Name);
            var finishing = document.Targets.Where(target => target != start && target.Section == start.Section && target.Due?.Year == start.Due?.Year
                && Vocabulary.Has(target.Name, "finish") && !Vocabulary.Has(target.Name, "start")).ToArray();
            if (finishing.Any(target => SharesWord(thing, target.Name)))
            {
                yield return CheckedDocument.Found("D16", [start.Places[0], .. finishing.Select(target => target.Places[0])],
                    ("thing", thing.Length > 0 ? thing : start.Name), ("year", start.Due?.Year), ("finished", string.Join('；', finishing.Select(target => target.Name))));
            }
        }
    }

    /// <summary>D17: counted up since when, due when?</summary>
    static IEnumerable<Finding> Open(CheckedDocument document)
    {
        var counted = document.Targets.Where(target => target.Doubts.Contains(DraftDoubt.NoStart)).ToArray();
        if (counted.Length > 0)
        {
            yield return CheckedDocument.Found(("D17", "start"), counted.Select(target => target.Places[0]), ("names", Names(counted)));
        }

        var undated = document.Targets.Where(target => target.DueStatus is DueStatus.Ambiguous
            || (target.DueStatus == DueStatus.Missing && target.Doubts.Contains(DraftDoubt.NoDue) && !target.Doubts.Contains(DraftDoubt.NoStart))).ToArray();
        if (undated.Length > 0)
        {
            yield return CheckedDocument.Found(("D17", "due"), undated.Select(target => target.Places[0]), ("names", Names(undated)));
        }
    }

    /// <summary>D18: a promise nobody can measure.</summary>
    static IEnumerable<Finding> WithoutNumber(CheckedDocument document) =>
        from target in document.Targets
        where !target.HasThreshold
        group target by target.Places[0] into clause
        select CheckedDocument.Found("D18", [clause.Key], ("names", Names([.. clause])));

    /// <summary>D19: rows of one kind that may count the same.</summary>
    static IEnumerable<Finding> Overlapping(CheckedDocument document)
    {
        var done = new HashSet<string>();
        foreach (var target in document.Targets.Where(target => target.MayOverlap.Length > 0))
        {
            var group = document.Targets.Where(other => other == target || target.MayOverlap.Contains(other.Id)).ToArray();
            if (done.Add(string.Join(' ', group.Select(other => other.Id))))
            {
                yield return CheckedDocument.Found(("D19", "rows"), group.Select(other => other.Places[0]), ("names", Names(group)));
            }
        }

        var times = document.Targets.Where(target => target.Doubts.Contains(DraftDoubt.DistinctOrTimes)).ToArray();
        if (times.Length > 0)
        {
            yield return CheckedDocument.Found(("D19", "times"), times.Select(target => target.Places[0]), ("names", Names(times)));
        }
    }

    /// <summary>The names, each with its scope where two are alike.</summary>
    static string Names(IReadOnlyCollection<DraftTarget> targets) => string.Join('；', targets
        .Select(target => targets.Count(other => other.Name == target.Name) > 1 && target.Scope.Length > 0 ? $"{target.Name}（{target.Scope}）" : target.Name).Distinct());

    static bool SharesWord(string one, string other) =>
        one.Length > 1 && Enumerable.Range(0, one.Length - 1).Any(i => other.Contains(one.Substring(i, 2), StringComparison.Ordinal));
}
