using System.Collections.Immutable;
using System.Globalization;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Recording;

/// <summary>Checks a request of changes as a whole and makes the entries that carry it out; writes nothing.</summary>
public sealed class Recorder
{
    readonly ChangeRequest _request;
    readonly Circumstances _world;
    readonly KeyIndex _keys = new();
    readonly Rights _rights;
    readonly List<Problem> _problems = [];
    readonly List<Entry> _entries = [];
    readonly Dictionary<string, Seal> _seals = [];
    readonly Dictionary<RowAddress, int> _lines = [];
    LedgerState _state;

    Recorder(LedgerState state, ChangeRequest request, Circumstances world)
    {
        _state = state;
        _request = request;
        _world = world;
        _rights = Rights.Of(state, request.By);
    }

    /// <summary>Every problem of a request, and the entries that carry it out.</summary>
    /// <param name="state">The state the request meets.</param>
    /// <param name="request">The changes.</param>
    /// <param name="world">Time, salts, evidence files.</param>
    public static Recorded Record(LedgerState state, ChangeRequest request, Circumstances world)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(world);
        return new Recorder(state, request, world).Record();
    }

    Recorded Record()
    {
        var before = _state;
        var general = new Findings();
        _rights.Check(_request, general);
        _problems.AddRange(general.Sorted());
        ImmutableArray<ChangeOutcome> outcomes = general.HasErrors
            ? [.. _request.Changes.Select(c => new ChangeOutcome(ChangeResult.Refused, null, c.Line))]
            : [.. _request.Changes.Select(Made)];
        bool isRefused = _request.Acceptance == Acceptance.AllOrNothing && outcomes.Any(o => o.Result == ChangeResult.Refused);
        return new Recorded
        {
            Problems = [.. _problems],
            Outcomes = isRefused ? [.. outcomes.Select(o => o with { Result = ChangeResult.Refused })] : outcomes,
            Entries = isRefused ? [] : [.. _entries],
            Seals = isRefused ? [] : [.. _seals.Values],
            After = isRefused ? before : _state,
        };
    }

    ChangeOutcome Made(Change change)
    {
        var findings = new Findings();
        var outcome = Outcome(change, findings);
        _problems.AddRange(findings.Sorted());
        return outcome;
    }

    ChangeOutcome Outcome(Change change, Findings findings)
    {
        var source = new Source(_request.Source.Length > 0 ? _request.Source : change.Register);
        if (!RegisterSchema.Has(change.Register))
        {
            findings.Add(ProblemCode.LedgerRegister, source.At(change.Line), change.Register,
                ("registers", string.Join(", ", RegisterSchema.All.Select(r => r.Name))),
                ("hint", Suggestion.DidYouMean(change.Register, RegisterSchema.All.Select(r => r.Name))));
            return new ChangeOutcome(ChangeResult.Refused, null, change.Line);
        }

        var draft = new RowDraft(RegisterSchema.Of(change.Register), change, source, _state, findings);
        return change.Kind switch
        {
            ChangeKind.Add => Add(draft),
            ChangeKind.Change => Alter(draft, Named(draft)),
            ChangeKind.Erase => Erase(draft),
            _ => Remove(draft),
        };
    }

    ChangeOutcome Add(RowDraft draft)
    {
        var given = draft.Given();
        string id = draft.Change.Id.Length > 0 || draft.Schema.Id is not null ? draft.Id() : Next.ToString(CultureInfo.InvariantCulture);
        var fields = draft.Complete(given, _rights.Organisation);
        if (draft.Findings.HasErrors)
        {
            return Refused(draft);
        }

        if (ErasedPerson.Renamed(_state, draft, id, fields) is { } renamed)
        {
            return AddErased(draft, id, fields, _state.Row(draft.Schema.Name, id) ?? _keys.Find(_state, draft.Schema, renamed));
        }

        var known = _state.Row(draft.Schema.Name, id) ?? _keys.Find(_state, draft.Schema, fields);
        if (known is not null)
        {
            return Known(draft, given, known);
        }

        _rights.CheckRow(draft, before: null, after: fields);
        fields = RowRules.Check(draft, new RowAddress(draft.Schema.Name, id), fields, _world);
        return draft.Findings.HasErrors ? Refused(draft) : Write(draft, EntryKind.Added, id, null, fields);
    }

    /// <summary>A row of an erased person that is there already stays as it is; a new one would bring the person back.</summary>
    ChangeOutcome AddErased(RowDraft draft, string id, ImmutableSortedDictionary<string, string> fields, LedgerRow? there)
    {
        if (there is not null)
        {
            return new ChangeOutcome(ChangeResult.Same, there.Address, draft.Change.Line);
        }

        ErasedPerson.Refuse(_state, draft, id, fields);
        return Refused(draft);
    }

    ChangeOutcome Known(RowDraft draft, ImmutableSortedDictionary<string, string> given, LedgerRow known)
    {
        bool isSame = given.All(field => known[field.Key] == field.Value);
        if (isSame || _request.Known == KnownRows.Keep)
        {
            return new ChangeOutcome(ChangeResult.Same, known.Address, draft.Change.Line);
        }

        if (_request.Known == KnownRows.Change)
        {
            return Alter(draft, known);
        }

        draft.Findings.Add(ProblemCode.LedgerKnownRow, draft.Spot(null), Told(known),
            ("fields", FieldSchema.Titles(draft.Schema.Fields.Where(f => given.TryGetValue(f.Name, out string? value) && known[f.Name] != value))));
        return Refused(draft);
    }

    /// <summary>Where a row is; one of the same request has no address yet that a reader could look up, so its line is told.</summary>
    string Told(LedgerRow row) => _lines.TryGetValue(row.Address, out int line) ? string.Create(CultureInfo.InvariantCulture, $"{_request.Source}:{line}") : row.Address.ToString();

    LedgerRow? Named(RowDraft draft)
    {
        var row = _state.Row(draft.Schema.Name, draft.Change.Id);
        if (row is null)
        {
            draft.Findings.Add(ProblemCode.LedgerRow, draft.Spot(null), $"{draft.Schema.Name}/{draft.Change.Id}",
                ("hint", Suggestion.DidYouMean(draft.Change.Id, _state.Rows(draft.Schema.Name).Select(r => r.Address.Id))));
        }

        return row;
    }

    ChangeOutcome Alter(RowDraft draft, LedgerRow? row)
    {
        var fields = row is null ? null : draft.Altered(row.Fields);
        if (row is null || fields is null || draft.Findings.HasErrors)
        {
            return Refused(draft);
        }

        if (ErasedPerson.Renamed(_state, draft, "", draft.Given()) is not null)
        {
            ErasedPerson.Refuse(_state, draft, "", fields);
        }

        _rights.CheckRow(draft, row.Fields, fields);
        if (_keys.Find(_state, draft.Schema, fields) is { } other && other.Address != row.Address)
        {
            draft.Findings.Add(ProblemCode.LedgerKnownRow, draft.Spot(null), Told(other), ("fields", FieldSchema.Titles(draft.Schema.Key)));
        }

        fields = RowRules.Check(draft, row.Address, fields, _world);
        if (draft.Findings.HasErrors)
        {
            return Refused(draft);
        }

        return fields.SequenceEqual(row.Fields)
            ? new ChangeOutcome(ChangeResult.Same, row.Address, draft.Change.Line)
            : Write(draft, EntryKind.Changed, row.Address.Id, row, fields);
    }

    ChangeOutcome Remove(RowDraft draft)
    {
        if (Named(draft) is not { } row)
        {
            return Refused(draft);
        }

        _rights.CheckRow(draft, row.Fields, after: null);
        RowRules.CheckRemoval(draft, row);
        return draft.Findings.HasErrors ? Refused(draft) : Write(draft, EntryKind.Removed, row.Address.Id, row, null);
    }

    ChangeOutcome Erase(RowDraft draft)
    {
        var row = draft.Change.HoldsPersonal ? _state.Row(draft.Schema.Name, draft.Change.Id) : Named(draft);
        if (!_rights.MayErase)
        {
            draft.Findings.Add(ProblemCode.LedgerMayNotErase, draft.Spot(null), _request.By);
        }

        _rights.CheckRow(draft, row?.Fields, after: null);
        if (draft.Findings.HasErrors)
        {
            return Refused(draft);
        }

        if (!draft.Change.HoldsPersonal)
        {
            return new ChangeOutcome(ChangeResult.Same, row!.Address, draft.Change.Line);
        }

        var fields = draft.Schema.PersonalFields.Where(f => row?.Fields.ContainsKey(f.Name) == true).Aggregate(row?.Fields, (all, field) =>
            draft.Change.Values.TryGetValue(field.Name, out string? pseudonym) ? all!.SetItem(field.Name, pseudonym) : all!.Remove(field.Name));
        if (draft.Change.Forgotten is { } forgotten)
        {
            _state = _state with { Erased = _state.Erased.With(forgotten, _world.Salt, Next, out var kept) };
            foreach (var seal in kept)
            {
                _seals.Add(seal.Mark, seal);
            }
        }

        return Write(draft, EntryKind.Erased, draft.Change.Id, row, fields);
    }

    static ChangeOutcome Refused(RowDraft draft) => new(ChangeResult.Refused, null, draft.Change.Line);

    long Next => _state.Head + 1;

    ChangeOutcome Write(RowDraft draft, string kind, string id, LedgerRow? before, ImmutableSortedDictionary<string, string>? after)
    {
        var entry = new Entry
        {
            Number = Next,
            At = _world.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            By = _request.By, Why = _request.Why, Kind = kind, Register = draft.Schema.Name, Row = id,
            Before = before is null ? "" : CanonicalJson.Write(before.Recorded),
            After = after is null ? "" : CanonicalJson.Write(Sealed(draft.Schema, after, before)),
            Previous = _state.HeadHash, Hash = "",
        };
        entry = entry with { Hash = entry.ComputedHash() };
        _entries.Add(entry);
        if (kind == EntryKind.Added && draft.Change.Line is { } line)
        {
            _lines[entry.Address] = line;
        }

        _state = _state.With(entry, mark => _seals.TryGetValue(mark, out var seal) ? seal.Value
            : before?.Fields.GetValueOrDefault(before.Recorded.First(f => f.Value == mark).Key));
        _keys.Update(_state, draft.Schema, before, _state.Row(draft.Schema.Name, id));
        var result = kind switch
        {
            EntryKind.Added => ChangeResult.Added,
            EntryKind.Changed => ChangeResult.Changed,
            EntryKind.Erased => ChangeResult.Erased,
            _ => ChangeResult.Removed,
        };
        return new ChangeOutcome(result, entry.Address, draft.Change.Line);
    }

    /// <summary>Personal values as seals: those that did not change keep theirs.</summary>
    ImmutableSortedDictionary<string, string> Sealed(
        RegisterSchema schema, ImmutableSortedDictionary<string, string> fields, LedgerRow? before)
    {
        foreach (var field in schema.PersonalFields)
        {
            if (fields.TryGetValue(field.Name, out string? value))
            {
                var seal = before?[field.Name] == value ? null : Seal.Of(value, _world.Salt(), Next);
                fields = fields.SetItem(field.Name, seal?.Mark ?? before!.Recorded[field.Name]);
                if (seal is not null)
                {
                    _seals.Add(seal.Mark, seal);
                }
            }
        }

        return fields;
    }
}
