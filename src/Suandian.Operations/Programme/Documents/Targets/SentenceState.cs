using Suandian.Operations.Programme.Documents.Dates;

namespace Suandian.Operations.Programme.Documents.Targets;

/// <summary>What earlier clauses of a sentence leave to later ones.</summary>
sealed class SentenceState
{
    /// <summary>A time at the head of a clause: it governs what follows.</summary>
    internal DateMention? Governing { get; private set; }

    /// <summary>An exact time inside an earlier clause: whether it governs what follows is left open.</summary>
    internal DateMention? Neighbour { get; private set; }

    /// <summary>Year named last.</summary>
    internal int? Year { get; private set; }

    /// <summary>A verb that brings about what is counted has been met.</summary>
    internal bool HasVerb { get; set; }

    /// <summary>A word such as 确保 has been met.</summary>
    internal bool IsEnsured { get; set; }

    /// <summary>The figures speak of the past, or of terms that are no promise.</summary>
    internal bool IsAside { get; set; }

    /// <summary>Something recurs in the sentence.</summary>
    internal bool Recurs { get; set; }

    /// <summary>The event the clauses speak of; empty for none.</summary>
    internal string Event { get; set; } = "";

    /// <summary>What the last clause spoke of; empty for nothing.</summary>
    internal string Subject { get; set; } = "";

    /// <summary>The clause before is nothing but a time.</summary>
    internal bool IsTimeOpen { get; set; }

    /// <summary>Rows after 其中 or 暂定 are parts of this one.</summary>
    internal DraftTarget? Whole { get; set; }

    /// <summary>Moves on over a mark.</summary>
    internal void Pass(ClauseBreak mark)
    {
        if (mark == ClauseBreak.Comma)
        {
            return;
        }

        (IsTimeOpen, Event) = (false, "");
        Neighbour = null;
        Whole = null;
        IsAside = false;
        if (mark == ClauseBreak.Stop || Governing is { IsExact: true })
        {
            Governing = null;
        }

        if (mark == ClauseBreak.Stop)
        {
            (HasVerb, IsEnsured, Recurs, Year, Subject) = (false, false, false, null, "");
        }
    }

    /// <summary>Takes note of a time.</summary>
    internal void Note(DateMention date, bool isLeading)
    {
        Year = date.Year ?? Year;
        if (date.Kind is DateKind.Each)
        {
            Recurs = true;
            return;
        }

        if (isLeading)
        {
            (Governing, Neighbour) = (date, null);
        }
        else
        {
            Neighbour = date;
        }
    }
}
