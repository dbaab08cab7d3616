using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Figures;

/// <summary>A field of a row, or of a row it refers to: province, university.province.</summary>
sealed record FieldPath
{
    const string Id = "id";

    readonly ImmutableArray<FieldSchema> _steps;
    readonly string _last;

    FieldPath(ImmutableArray<FieldSchema> steps, string last, FieldSchema? field) => (_steps, _last, Field) = (steps, last, field);

    /// <summary>Declaration of the field at the end; null where it is an id.</summary>
    internal FieldSchema? Field { get; }

    /// <summary>Head of the field for people.</summary>
    internal Text Title => Field?.Title ?? new Text("编号", Id);

    /// <summary>The path a text means in a register; null where a step is no field or no reference.</summary>
    internal static FieldPath? Parse(string register, string text)
    {
        if (!RegisterSchema.Has(register))
        {
            return null;
        }

        var steps = ImmutableArray.CreateBuilder<FieldSchema>();
        string[] words = text.Split('.');
        var schema = RegisterSchema.Of(register);
        foreach (string word in words[..^1])
        {
            if (schema.Field(word) is not { Type: FieldType.Reference } step)
            {
                return null;
            }

            steps.Add(step);
            schema = RegisterSchema.Of(step.References);
        }

        var field = schema.Field(words[^1]);
        return field is null && words[^1] != Id ? null : new FieldPath(steps.ToImmutable(), words[^1], field);
    }

    /// <summary>The value for a row; empty where a step leads nowhere.</summary>
    internal string Of(LedgerRow row, LedgerState state)
    {
        LedgerRow? at = row;
        foreach (var step in _steps)
        {
            at = state.Row(step.References, at[step.Name]);
            if (at is null)
            {
                return "";
            }
        }

        return Field is null ? at.Address.Id : at[_last];
    }
}
