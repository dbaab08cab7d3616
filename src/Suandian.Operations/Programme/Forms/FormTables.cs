using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Sheets;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Forms;

/// <summary>A form as three tables that people fill in (indicators, project, money), and back.</summary>
public static partial class FormTables
{
    /// <summary>Indicators, one a row.</summary>
    public static SheetDeclaration Indicators { get; } = Load("indicators");

    /// <summary>Project, goals and closing words, in one row.</summary>
    public static SheetDeclaration Head { get; } = Load("head");

    /// <summary>Money by source, 万元.</summary>
    public static SheetDeclaration Money { get; } = Load("money");

    /// <summary>The indicators of a form as a table.</summary>
    public static SheetTable IndicatorTable(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new SheetTable(Indicators, [.. form.Rows.Select(Cells)]);
    }

    /// <summary>All three tables of a form, indicators first.</summary>
    public static ImmutableArray<SheetTable> Of(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var money = form.Money.Rows.Select(r => ImmutableArray.Create<object?>(FormWords.Code(r.Source), r.Initial, r.Budget, r.Executed));
        return [IndicatorTable(form), new SheetTable(Head, [HeadCells(form)]), new SheetTable(Money, [.. money])];
    }

    static SheetDeclaration Load(string name)
    {
        using var stream = typeof(FormTables).Assembly.GetManifestResourceStream($"forms/tables/{name}.csv")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return SheetDeclaration.Parse(name, Phrases.Of("form.table." + name), memory.ToArray());
    }

    static ImmutableArray<object?> Cells(FormRow row) =>
    [
        row.Code, FormWords.Code(row.Second), row.Indicator, FormWords.Code(row.Kind),
        row.Kind == IndicatorKind.Quantitative ? FormWords.Code(row.Comparator) : null,
        Bare(row.Target), row.Upper, Word(row.Unit), Word(row.TargetWords), Bare(row.Done), Word(row.DoneWords), row.Attained * 100, row.Weight,
        row.Evidence.IsEmpty ? null : row.Evidence.Select(Written).ToImmutableArray(), Word(row.RuleWords), Word(row.Basis), Bare(row.Previous),
        Word(row.Reason), row.Deduction == 0 ? null : row.Deduction, row.IsApplicable,
    ];

    static ImmutableArray<object?> HeadCells(Form form)
    {
        var head = form.Head;
        return
        [
            Word(head.Project), Word(head.Department), Word(head.Unit), (decimal?)head.Year, Word(head.Goal), Word(head.GoalDone), Word(form.Money.Reason),
            Word(head.Course), Word(head.Conclusion), Word(head.Shortcomings), Word(head.Measures), Word(head.Leader), Word(head.FinanceLeader),
            Word(head.Category), Word(head.Attribute), Word(head.Type), head.IsDemonstration,
        ];
    }

    static string? Word(string text) => text.Length == 0 ? null : text;

    static SheetQuantity? Bare(decimal? number) => number is { } value ? new SheetQuantity(value, null, null, "") : null;

    /// <summary>Name of a proof with its hash, such as 签到表.xlsx（sha256:…）.</summary>
    internal static string Written(FormEvidence evidence) => evidence.Sha256 is null ? evidence.Name : $"{evidence.Name}（sha256:{evidence.Sha256}）";

    internal static FormEvidence Proof(string text) =>
        Hashed().Match(text) is { Success: true } hashed ? new FormEvidence(hashed.Groups["name"].Value, hashed.Groups["hash"].Value) : new FormEvidence(text);

    /// <summary>Project, goals and closing words of a row.</summary>
    internal static (FormHead Head, string ExecutionReason) HeadOf(SheetRow row) => (new FormHead
    {
        Project = row.Text("project"),
        Department = row.Text("department"),
        Unit = row.Text("unit"),
        Year = (int?)row.Number("year"),
        Goal = row.Text("goal"),
        GoalDone = row.Text("goal_done"),
        Course = row.Text("course"),
        Conclusion = row.Text("conclusion"),
        Shortcomings = row.Text("shortcomings"),
        Measures = row.Text("measures"),
        Leader = row.Text("leader"),
        FinanceLeader = row.Text("finance_leader"),
        Category = row.Text("category"),
        Attribute = row.Text("attribute"),
        Type = row.Text("type"),
        IsDemonstration = row.Boolean("demonstration") ?? false,
    }, row.Text("execution_reason"));

    /// <summary>A line of the money block.</summary>
    internal static MoneyRow MoneyOf(SheetRow row) => new(
        FormWords.Value<MoneySource>(row.Text("source"))!.Value, row.Number("initial"), row.Number("budget"), row.Number("executed"));

    [GeneratedRegex("^(?<name>.+)（sha256:(?<hash>[0-9a-f]{64})）$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hashed();
}
