using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Suandian.Operations.Programme.Documents.Targets;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Drafts;
using Suandian.Operations.Programme.Ledger.Figures;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;

namespace Suandian.Operations.Programme.Demonstration;

/// <summary>The programme of Yiwu 2024 with invented rows and files, marked 演示, to show every figure, form and report.</summary>
/// <remarks>
/// Rows and files are the same on every machine; times, and salts of what stands for a person, are not, and so neither are the hashes.
/// Price and green share come from tables/summary.csv of a study where one is given, else from an invented file of the same columns.
/// </remarks>
public sealed class DemonstrationProgramme
{
    const string Template = "yiwu-2024";
    const string Why = "演示";

    readonly ProgrammeFolder _programme;
    readonly string _account;
    readonly Dictionary<string, string> _files = [];

    DemonstrationProgramme(ProgrammeFolder programme, string account) => (_programme, _account) = (programme, account);

    /// <summary>Makes the folder of the programme.</summary>
    /// <param name="path">A free path.</param>
    /// <param name="account">Account that may edit everything.</param>
    /// <param name="summary">tables/summary.csv of a study; null for invented results.</param>
    /// <param name="clock">Clock for the times of entries.</param>
    public static ProgrammeFolder Make(string path, string account, string? summary, TimeProvider clock)
    {
        var given = ImmutableDictionary<string, string>.Empty.Add("demonstration", "yes");
        var first = new ChangeRequest { By = account, Why = Why, Changes = ProgrammeTemplate.Changes(Template, account, given) };
        Sound(ProgrammeFolder.Create(path, null, first, clock));
        var made = new DemonstrationProgramme(ProgrammeFolder.Open(path, clock).Programme!, account);
        made.Confirm();
        made.Register();
        made.Measure(summary);
        return made._programme;
    }

    void Confirm()
    {
        string drafts = Encoding.UTF8.GetString(ProgrammeTemplate.Drafts(Template)!).Replace("\n,", "\nyes,", StringComparison.Ordinal);
        Record(ConfirmedDrafts.Changes(DraftTable.Read("drafts.csv", Encoding.UTF8.GetBytes(drafts)).Confirmed, _programme.State));
    }

    void Register()
    {
        foreach (string register in DemonstrationRows.Written)
        {
            Record(Proved(DemonstrationRows.Of(register)));
        }

        Record(Proved(DemonstrationRows.EventAgreements()));
        Record(Proved(DemonstrationRows.Visits()));
        Record([.. DemonstrationRows.Attendances(), .. DemonstrationRows.SignIns(), .. DemonstrationRows.Rooms()]);
        Record([.. DemonstrationRows.Changes()]);
        Record([.. ((string[])["milestones/cluster_phase_1", "milestones/park_phase_1_started"]).Select(Milestone), Judged()]);
    }

    Change Milestone(string row) => Linked(row, row.EndsWith("started", StringComparison.Ordinal) ? "产业园一期开工令" : "先进计算集群一期验收与算力测试记录", "acceptance");

    Change Judged() => Linked("form_rows/T16", "自治区算力网示范申报材料", "letter");

    Change Linked(string row, string file, string kind) => new()
    {
        Kind = ChangeKind.Change, Register = row.Split('/')[0], Id = row.Split('/')[1],
        Values = ImmutableDictionary<string, string>.Empty.Add(RegisterSchema.Evidence, File(file, kind)),
    };

    /// <summary>Price before and after, green share, and two surveys, each read out of a stored file.</summary>
    void Measure(string? summary)
    {
        string results = summary is null ? File("平台规划结果.csv", "result", "key,base,plan\nenergy_price,340,270\nlocal_green_share,0.12,0.68\n") : Stored(summary, "result");
        string survey = File("满意度调查结果.csv", "result", "key,share\nfirms,93.5\ntrainees,95.2\n");
        Record(
        [
            Measurement("green_price", "2024-01-01", results, "/energy_price/base", "0.001", "元/千瓦时"),
            Measurement("green_price", "2024-12-31", results, "/energy_price/plan", "0.001", "元/千瓦时"),
            Measurement("green_share", "2024-12-31", results, "/local_green_share/plan", "100", "%"),
            Measurement("satisfaction_firms", "2024-12-10", survey, "/firms/share", "1", "%"),
            Measurement("satisfaction_trainees", "2024-12-10", survey, "/trainees/share", "1", "%"),
        ]);
        var figures = new FigureMaker(_programme.State, new DateOnly(2024, 1, 1), isStrict: false);
        decimal before = figures.Make("green_price")!.Value!.Value;
        Record(
        [
            Change("targets/T17", ("value", Plain(Math.Round(before, 4)))),
            Change("form_rows/T17", ("attained", "60"), ("reason", "演示：价格的基准与现值取自规划结果")),
            Change("form_rows/G01", ("reason", "演示：绿电占比取自规划结果")),
        ]);
    }

    static Change Measurement(string quantity, string day, string file, string pointer, string factor, string unit) => DemonstrationRows.Added("measurements", "",
        ("quantity", quantity), ("measured_on", day), ("file", file), ("pointer", pointer), ("factor", factor), ("unit", unit));

    static Change Change(string row, params (string Field, string Value)[] fields) => new()
    {
        Kind = ChangeKind.Change, Register = row.Split('/')[0], Id = row.Split('/')[1], Values = fields.ToImmutableDictionary(f => f.Field, f => f.Value),
    };

    ImmutableArray<Change> Proved(IEnumerable<(Change Change, string Proof)> rows) =>
        [.. rows.Select(r => r.Proof.Length == 0 ? r.Change : r.Change with { Values = r.Change.Values.Add(RegisterSchema.Evidence, File(r.Proof, Kind(r.Proof))) })];

    static string Kind(string file) => file.EndsWith("签到表", StringComparison.Ordinal) ? "sign_in" : file.Contains("协议", StringComparison.Ordinal) ? "agreement"
        : file.Contains("验收", StringComparison.Ordinal) ? "acceptance" : "other";

    /// <summary>SHA-256 of an invented file, stored when it is first asked for.</summary>
    string File(string name, string kind, string? text = null)
    {
        if (_files.TryGetValue(name, out string? known))
        {
            return known;
        }

        string folder = Directory.CreateTempSubdirectory("suandian-demonstration-").FullName;
        try
        {
            string path = Path.Combine(folder, "演示_" + name + (name.Contains('.', StringComparison.Ordinal) ? "" : ".txt"));
            System.IO.File.WriteAllText(path, text ?? $"【演示】{name}\n本文件由程序生成，只用来演示佐证如何存放，不证明任何事实。\n");
            return _files[name] = Stored(path, kind);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    string Stored(string path, string kind)
    {
        var (id, recorded) = _programme.AddEvidence(new ChangeRequest { By = _account, Why = Why, Changes = [] }, path, kind, []);
        Sound(recorded);
        return id;
    }

    void Record(ImmutableArray<Change> changes) => Sound(_programme.Record(new ChangeRequest { By = _account, Why = Why, Changes = changes }));

    static string Plain(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    static void Sound(Recorded recorded)
    {
        if (!recorded.Problems.IsEmpty)
        {
            var first = recorded.Problems[0];
            throw new InvalidOperationException($"the demonstration does not hold: {first.Code} {first.File} {first.Column} '{first.Value}': {first.Expected.En}");
        }
    }
}
