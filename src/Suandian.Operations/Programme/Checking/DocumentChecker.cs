using System.Collections.Immutable;
using Suandian.Operations.Programme.Checking.Checks;
using Suandian.Operations.Programme.Documents;

namespace Suandian.Operations.Programme.Checking;

/// <summary>Checks a document of an office before it is signed or published.</summary>
public static class DocumentChecker
{
    static readonly ImmutableArray<Func<CheckedDocument, IEnumerable<Finding>>> Checks =
    [
        NameSpelling.Find, DocumentNumbers.Find, Citations.Find, SigningDates.Find, TwoValues.Find, Requirements.Find, FormFields.Find,
        LetterElements.Find, RestatedFacts.Find, Aliases.Find, TargetChecks.Find, VaguePromises.Find, PartsAndWhole.Find, AmountInWords.Find, Wording.Find, PolicyTitles.Find,
        Numbering.Find, Marks.Find, NearCopies.Find, PersonalData.Find,
    ];

    /// <summary>All findings of a document, and what was checked and holds.</summary>
    /// <param name="document">A document as read by <see cref="DocumentReader"/>.</param>
    public static CheckReport Check(OfficialDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var seen = CheckedDocument.Of(document);
        var findings = Checks.SelectMany(check => check(seen))
            .DistinctBy(finding => (finding.Rule.Id, finding.Message.Zh, string.Join(' ', finding.Places.Select(place => $"{place.Line}:{place.Column}"))))
            .OrderBy(finding => finding.Holds).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Places[0].Line).ThenBy(finding => finding.Places[0].Column);
        return new CheckReport([.. findings], seen.Targets);
    }
}
