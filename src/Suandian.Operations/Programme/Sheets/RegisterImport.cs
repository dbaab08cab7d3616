using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>Takes a filled table into a register: everything is checked first, then all rows or none, or each sound one.</summary>
public static class RegisterImport
{
    /// <summary>Checks a table and, as far as the request accepts, records it.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="register">Register the rows belong to.</param>
    /// <param name="file">.xlsx or CSV.</param>
    /// <param name="request">Who and why, what becomes of known rows and of sound rows beside others; its changes are not looked at.</param>
    /// <param name="evidence">A file that proves every row; null for none.</param>
    public static ImportedRows Run(ProgrammeFolder programme, RegisterSchema register, string file, ChangeRequest request, string? evidence = null)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(request);
        var reading = SheetImport.Read(file, RegisterSheet.Declare(register, programme.State));
        request = request with { Source = reading.File, Changes = [.. reading.Rows.Select(row => Added(register, row))] };
        var beside = References(reading, register, programme.State);
        var recorded = request.Acceptance == Acceptance.AllOrNothing && !reading.IsSound ? Refused(programme.Check(request), programme)
            : evidence is null ? programme.Record(request)
            : WithEvidence(programme, request, evidence);
        ImmutableArray<Problem> problems = [.. reading.Problems.Concat(recorded.Problems.Concat(beside).Select(p => Named(p, register))).OrderBy(p => p.Row ?? 0)];
        return new ImportedRows(reading, recorded, reading.Declaration.IsPersonal ? Masked(problems) : problems);
    }

    static Recorded Refused(Recorded recorded, ProgrammeFolder programme) => recorded with
    {
        Outcomes = [.. recorded.Outcomes.Select(o => o with { Result = ChangeResult.Refused })],
        Entries = [],
        Seals = [],
        After = programme.State,
    };

    /// <summary>The file is stored only where a row is taken that it proves.</summary>
    static Recorded WithEvidence(ProgrammeFolder programme, ChangeRequest request, string evidence)
    {
        var recorded = programme.Check(request);
        return recorded.Outcomes.All(o => o.Result == ChangeResult.Refused)
            ? recorded
            : programme.Record(request with { Changes = Proved(programme, request.Changes, evidence) });
    }

    static ImmutableArray<Change> Proved(ProgrammeFolder programme, ImmutableArray<Change> rows, string evidence)
    {
        var (id, bytes) = programme.Evidence.Put(evidence);
        var file = new Change
        {
            Kind = ChangeKind.Add, Register = RegisterSchema.Evidence, Id = id,
            Values = ImmutableDictionary<string, string>.Empty.Add("file", Path.GetFileName(evidence)).Add("bytes", bytes.ToString(CultureInfo.InvariantCulture)),
        };
        ImmutableArray<Change> proved = [.. rows.Select(r => r with { Values = r.Values.SetItem(RegisterSchema.Evidence, id) })];
        return programme.State.Row(RegisterSchema.Evidence, id) is null ? proved.Insert(0, file) : proved;
    }

    /// <summary>What is wrong with the references of rows that have a wrong cell elsewhere, so that a row is mended once.</summary>
    static ImmutableArray<Problem> References(SheetReading reading, RegisterSchema register, LedgerState state)
    {
        var findings = new Findings();
        foreach (var row in reading.Spoiled)
        {
            foreach (var (column, value) in row.Declaration.Columns.Zip(row.Values).Where(c => c.Second is string))
            {
                if (register.Field(column.Code) is { Type: FieldType.Reference } field)
                {
                    FieldParser.Parse(field, (string)value!, new Source(reading.File).At(row.Line, field.Name), state, findings);
                }
            }
        }

        return findings.Sorted();
    }

    static Change Added(RegisterSchema register, SheetRow row)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (column, value) in row.Declaration.Columns.Zip(row.Values).Where(c => c.Second is not null))
        {
            values[column.Code] = Written(value!);
        }

        string id = register.Id is null ? "" : values.GetValueOrDefault(RegisterSheet.Id, "");
        values.Remove(RegisterSheet.Id);
        return new Change { Kind = ChangeKind.Add, Register = register.Name, Id = id, Values = values.ToImmutable(), Line = row.Line };
    }

    static string Written(object value) => value switch
    {
        decimal number => SheetQuantity.Plain(number),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool truth => truth ? "yes" : "no",
        ImmutableArray<string> list => string.Join(';', list),
        _ => (string)value,
    };

    /// <summary>Values of rows that seem to be shifted, masked: a name or a number of a person may stand in any of their cells. The error file, which is for its owner alone, holds them.</summary>
    static ImmutableArray<Problem> Masked(ImmutableArray<Problem> problems)
    {
        var shifted = problems.Where(p => p.Row is not null).GroupBy(p => p.Row)
            .Where(row => row.Any(p => p.Code == ProblemCode.RowLength) || row.Select(p => p.Column).Distinct().Count() > 1).Select(row => row.Key).ToHashSet();
        return [.. problems.Select(p => p.Value is { } value && shifted.Contains(p.Row) ? p with { Value = Masking.Of(Personal.Name, value) } : p)];
    }

    /// <summary>A problem with the head of the column instead of the name of the field.</summary>
    static Problem Named(Problem problem, RegisterSchema register) =>
        problem.Row is null || problem.Column is null ? problem : problem with { Column = register.Field(problem.Column)?.Title.Zh ?? problem.Column };
}

/// <summary>What became of a filled table.</summary>
/// <param name="Reading">The table as it was read, for the error file.</param>
/// <param name="Recorded">What was written.</param>
/// <param name="Problems">Every problem of cells, rows and rights, by row.</param>
public sealed record ImportedRows(SheetReading Reading, Recorded Recorded, ImmutableArray<Problem> Problems)
{
    /// <summary>Rows of the table that ended so.</summary>
    public int Count(ChangeResult result) => result == ChangeResult.Refused
        ? Reading.Raw.Rows.Length - Recorded.Outcomes.Count(o => o.Line is not null && o.Result != result)
        : Recorded.Outcomes.Count(o => o.Line is not null && o.Result == result);
}
