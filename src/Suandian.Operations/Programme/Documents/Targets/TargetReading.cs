using System.Collections.Immutable;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>What a document promises, and which of its figures were not read as promises.</summary>
/// <param name="Targets">The promises in the order of the text.</param>
/// <param name="Unread">Places of the figures that stand in no row, in the order of the text; numbers of headings, documents, articles and telephones, and times are none.</param>
public sealed record TargetReading(ImmutableArray<DraftTarget> Targets, ImmutableArray<TextPlace> Unread);
