using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>A change being understood: its fields as the history will write them, and the problems found on the way.</summary>
/// <param name="Schema">Register.</param>
/// <param name="Change">What was asked for.</param>
/// <param name="Source">File or register, as problems name it.</param>
/// <param name="State">The state it meets.</param>
/// <param name="Findings">Where problems go.</param>
sealed record RowDraft(RegisterSchema Schema, Change Change, Source Source, LedgerState State, Findings Findings)
{
    static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Place of a field; of the row where none is named.</summary>
    internal Spot Spot(string? field) => Source.At(Change.Line, field);

    /// <summary>The fields that were given and understood, in canonical writing; empty ones are absent.</summary>
    internal ImmutableSortedDictionary<string, string> Given() => Understood(None);

    /// <summary>A row that is there with the fields that were given in place of its own.</summary>
    internal ImmutableSortedDictionary<string, string> Altered(ImmutableSortedDictionary<string, string> row)
    {
        var fields = Understood(row);
        CheckRequired(fields);
        return fields;
    }

    /// <summary>A new row: what was given, defaults, the organisation of the account.</summary>
    internal ImmutableSortedDictionary<string, string> Complete(ImmutableSortedDictionary<string, string> given, string organisation)
    {
        var fields = given.ToBuilder();
        foreach (var field in Schema.Fields.Where(f => !fields.ContainsKey(f.Name)))
        {
            string value = field.Name == RegisterSchema.Organisation ? organisation : field.Default;
            if (value.Length > 0)
            {
                fields[field.Name] = value;
            }
        }

        CheckRequired(fields.ToImmutable());
        return fields.ToImmutable();
    }

    /// <summary>The id people gave.</summary>
    internal string Id()
    {
        if (Schema.Id is null)
        {
            Findings.Add(ProblemCode.LedgerNumbered, Spot("id"), Change.Id);
        }
        else if (Change.Id.Length == 0)
        {
            Findings.Add(ProblemCode.LedgerFieldMissing, Spot("id"), null, ("what", Schema.Id.Description));
        }
        else if (!FieldParser.IsName(Change.Id))
        {
            Findings.Add(ProblemCode.LedgerName, Spot("id"), Change.Id);
        }

        return Change.Id;
    }

    ImmutableSortedDictionary<string, string> Understood(ImmutableSortedDictionary<string, string> row)
    {
        var fields = row.ToBuilder();
        foreach (var (name, text) in Change.Values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            string written = Cell.Trim(text);
            if (Declared(name) is not { } field)
            {
                continue;
            }

            if (written.Length == 0)
            {
                fields.Remove(name);
            }
            else if (FieldParser.Parse(field, written, Spot(name), State, Findings) is { } value)
            {
                fields[name] = value;
            }
        }

        return fields.ToImmutable();
    }

    FieldSchema? Declared(string name)
    {
        var field = Schema.Field(name);
        if (field is null)
        {
            Findings.Add(ProblemCode.LedgerField, Spot(name), name, ("fields", string.Join(", ", Schema.Fields.Select(f => f.Name))),
                ("hint", Suggestion.DidYouMean(name, Schema.Fields.Select(f => f.Name))));
        }
        else if (field.IsComputed)
        {
            Findings.Add(ProblemCode.LedgerComputed, Spot(name), Change.Values[name]);
            return null;
        }

        return field;
    }

    void CheckRequired(ImmutableSortedDictionary<string, string> fields)
    {
        foreach (var field in Schema.Fields.Where(f => f.IsRequired && !fields.ContainsKey(f.Name)))
        {
            if (!Change.Values.TryGetValue(field.Name, out string? text) || Cell.Trim(text).Length == 0)
            {
                Findings.Add(ProblemCode.LedgerFieldMissing, Spot(field.Name), null, ("what", field.Description));
            }
        }
    }
}
