using System.Collections.Immutable;
using System.Globalization;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Targets;
using Figure = Suandian.Operations.Programme.Ledger.Figures.Figure;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>What the reports of a programme tell, from its ledger as of the end of a day.</summary>
/// <param name="state">A state that holds a programme.</param>
/// <param name="day">Rows and notes up to the end of this day count.</param>
/// <param name="isStrict">Only rows that evidence proves count.</param>
/// <param name="language">Language of the report.</param>
public sealed class LedgerReport(LedgerState state, DateOnly day, bool isStrict, Language language)
{
    readonly ImmutableArray<TargetStatus> _statuses = new StatusMaker(state, day, isStrict).All();
    readonly ProgrammeSettings _settings = ProgrammeSettings.Of(state) ?? throw new InvalidOperationException("the state holds no programme");

    /// <summary>Who, what, when.</summary>
    /// <param name="number">发文字号; null where there is none yet.</param>
    /// <param name="dated">Date of the document; null where it is not dated yet.</param>
    public ProgrammeSummary Summary(DocumentNumber? number, DateOnly? dated)
    {
        string owner = LedgerFormHead.Organisation(state, "owner").In(language);
        string At(string field) => LedgerFormHead.Row(state)?[field] ?? "";
        return new ProgrammeSummary
        {
            Name = _settings.Name.In(language),
            Owner = owner,
            Contractor = LedgerFormHead.Organisation(state, "contractor").In(language),
            Supervisor = LedgerFormHead.Organisation(state, "supervisor").In(language),
            Start = _settings.Start,
            End = _settings.End,
            Purpose = At("purpose"),
            Addressee = At("addressee"),
            Signatory = At("signatory") is { Length: > 0 } signatory ? signatory : owner,
            Number = number,
            Date = dated,
            IsDemonstration = _settings.IsDemonstration,
        };
    }

    /// <summary>Every target as it stands.</summary>
    public ImmutableArray<ReportedTarget> Targets() => [.. _statuses.Select(Reported)];

    /// <summary>Files behind the figures and the form, each once, with the targets or rows of the form they speak of and the first day they prove.</summary>
    public ImmutableArray<EvidenceItem> Evidence()
    {
        var proofs = _statuses.SelectMany(s => Proofs(s.Figure, s.Target.Id)).Concat(state.Rows("form_rows").SelectMany(FormProofs));
        return
        [
            .. proofs.GroupBy(p => p.Id).Select(file => new EvidenceItem(
                state.Row(RegisterSchema.Evidence, file.Key)?["file"] ?? file.Key, string.Join('、', file.Select(p => p.Code).Distinct()), file.Min(p => p.Day), file.Key))
                .OrderBy(e => e.Date).ThenBy(e => e.Name, StringComparer.Ordinal),
        ];
    }

    IEnumerable<(string Id, string Code, DateOnly? Day)> Proofs(Figure? figure, string code) =>
        (figure?.Rows ?? []).SelectMany(r => Proof.Of(r.Row, state).Select(id => (id, code, (DateOnly?)r.Day)));

    /// <summary>What the form cites beside the targets: files of a row that a person judges, and those behind a figure without target.</summary>
    IEnumerable<(string Id, string Code, DateOnly? Day)> FormProofs(LedgerRow row)
    {
        var figure = row["indicator"].Length == 0 ? null : new FigureMaker(state, day, isStrict).Make(row["indicator"]);
        return Proofs(figure, row.Address.Id).Concat(row.Evidence.Select(id => (id, row.Address.Id, (DateOnly?)null)));
    }

    ReportedTarget Reported(TargetStatus status)
    {
        var (target, figure) = (status.Target, status.Figure);
        string unit = target.Unit.Length > 0 ? target.Unit : figure?.Indicator.Unit ?? "";
        bool isOpen = target.Value is null && target.Interval is null;
        return new ReportedTarget
        {
            Code = target.Id,
            Section = status.Part,
            Name = status.Title.In(language),
            HasIndicator = figure is not null,
            Target = isOpen ? target.Literal.Length > 0 ? target.Literal : target.Name.In(language) : target.Interval is not null ? target.Threshold : Measured(target.Threshold.Replace(" ", "", StringComparison.Ordinal), unit, target.Value ?? 2),
            Done = status.Counted is { } value ? Measured(value.ToString("#,##0.####", CultureInfo.InvariantCulture), figure!.Indicator.Unit, value) : "",
            Rate = Rate(target, status.Counted),
            State = status.Standing,
            Due = target.Due,
            Evidence = Proof.Of(figure, state).Length,
            Reason = Note(target.Id, "reason") ?? Explained(target.Id) ?? status.Reason.In(language),
            NextStep = status.Standing.IsDone() ? "" : Note(target.Id, "next_step") ?? "",
        };
    }

    /// <summary>A number with its unit: 2,700人次, 2,700 person-times.</summary>
    string Measured(string number, string unit, decimal amount) => CountingUnit.Words(unit, amount).In(language) is { Length: > 0 } words
        ? language == Language.Zh || words == "%" ? number + words : $"{number} {words}" : number;

    static decimal? Rate(Target target, decimal? value) => target.Comparator switch
    {
        Comparator.AtLeast or Comparator.Equal or Comparator.Range or Comparator.Boolean when target.Value > 0 => value / target.Value,
        Comparator.AtMost when value > 0 => Math.Min(1, target.Value!.Value / value.Value),
        _ => null,
    };

    /// <summary>The last note of a kind about a target, up to the day; null where there is none.</summary>
    string? Note(string target, string kind) => state.Rows("notes")
        .Where(n => n["kind"] == kind && n["about"] == $"targets/{target}" && n.Date("written_on") <= day)
        .OrderBy(n => n.Date("written_on")).LastOrDefault()?["text"].TrimEnd('。', '.');

    /// <summary>The reason the form gives, once the programme is over.</summary>
    string? Explained(string target) => day < _settings.End ? null : state.Rows("form_rows")
        .FirstOrDefault(r => FormTargets.Of(state, r).Known.Contains(target) && r["reason"].Length > 0)?["reason"].TrimEnd('。', '.');
}
