using System.Collections.Immutable;
using System.Globalization;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations.Programme.Demonstration;

/// <summary>Rows of the demonstration programme: invented, the same on every machine, without anybody's name, number or address.</summary>
static class DemonstrationRows
{
    /// <summary>Registers whose rows are data/*.csv, in an order in which each refers to earlier ones.</summary>
    internal static ImmutableArray<string> Written { get; } =
        ["universities", "persons", "projects", "trainings", "events", "buildings", "firms", "contracts", "access_sites", "agreements", "notes", "form_head"];

    /// <summary>Rows of a register with the name of the file that proves each; empty for none.</summary>
    internal static IEnumerable<(Change Change, string Proof)> Of(string register) =>
        RegisterSchema.Sheet(register, "demonstration").Select(row => (Added(register, row.GetValueOrDefault("id", ""),
            [.. row.Where(c => c.Key is not ("id" or "proof") && c.Value.Length > 0).Select(c => (c.Key, c.Value))]), row["proof"]));

    /// <summary>Changes of rows the template brings: milestones done, thresholds the owner has given, reasons of the form.</summary>
    internal static IEnumerable<Change> Changes() => RegisterSchema.Sheet("changes", "demonstration").Select(row => new Change
    {
        Kind = ChangeKind.Change, Register = row["row"].Split('/')[0], Id = row["row"].Split('/')[1],
        Values = row["fields"].Split(';').Select(f => f.Split('=', 2)).ToImmutableDictionary(f => f[0], f => f[1]),
    });

    /// <summary>2,700 visits of 900 people, 1,620 of them by undergraduates; each month has its sign-in sheet.</summary>
    internal static IEnumerable<(Change Change, string Proof)> Visits() => Enumerable.Range(0, 2700).Select(i =>
    {
        var day = new DateOnly(2024, 3 + (i * 9 / 2700), 1 + (i % 27));
        string[] activities = ["study_tour", "internship", "employment"], levels = ["undergraduate", "undergraduate", "undergraduate", "graduate", "doctoral"];
        return (Added("visits", "", ("date", Day(day)), ("activity", activities[i % 3]), ("person", $"S{i % 900:0000}"), ("level", levels[i % 5]),
            ("university", i % 8 < 5 ? $"hn{1 + (i % 8)}" : $"xj{(i % 8) - 4}")), Invariant($"{day.Month}月研学实习签到表"));
    });

    /// <summary>55 people of county departments in each of six trainings.</summary>
    internal static IEnumerable<Change> Attendances() => Enumerable.Range(0, 330).Select(i =>
        Added("attendances", "", ("training", Invariant($"t{1 + (i / 55)}")), ("person", $"C{i % 110:000}"), ("department", Invariant($"示例部门{1 + (i % 11)}"))));

    /// <summary>162 people of 86 organisations at the conference; 135 of 53 at each promotion event.</summary>
    internal static IEnumerable<Change> SignIns() =>
    [
        .. Enumerable.Range(0, 162).Select(i => SignIn("conference", $"H{i:000}", $"示例单位{i % 86:000}")),
        .. Enumerable.Range(0, 540).Select(i => SignIn(Invariant($"promotion{1 + (i / 135)}"), $"Z{i:000}", $"示例客商{(i / 135 * 53) + (i % 135 % 53):000}")),
    ];

    /// <summary>600 units of the dormitory.</summary>
    internal static IEnumerable<Change> Rooms() => Enumerable.Range(0, 600).Select(i =>
        Added("rooms", "", ("building", "b3"), ("number", Invariant($"{1 + (i / 100)}{1 + (i % 100):000}")), ("kind", "dormitory"), ("accepted_on", "2024-12-12")));

    /// <summary>11 agreements of the conference and 22 of the promotion events, 320 万元 each.</summary>
    internal static IEnumerable<(Change Change, string Proof)> EventAgreements() => Enumerable.Range(0, 33).Select(i =>
    {
        string held = i < 11 ? "conference" : Invariant($"promotion{1 + ((i - 11) / 6)}");
        var signed = held switch { "conference" => "2024-09-12", "promotion1" => "2024-03-14", "promotion2" => "2024-06-20", "promotion3" => "2024-08-22", _ => "2024-11-07" };
        return (Added("agreements", "", ("kind", i < 11 ? "compute_economy" : "investment"), ("title", Invariant($"演示签约协议{i + 1:00}")), ("event", held), ("signed_on", signed),
            ("amount_wan_yuan", "320")), i < 11 ? "推进会签约协议" : "招商签约协议");
    });

    static Change SignIn(string held, string person, string participant) => Added("sign_ins", "", ("event", held), ("person", person), ("participant", participant));

    internal static Change Added(string register, string id, params ReadOnlySpan<(string Field, string Value)> values)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (field, value) in values)
        {
            fields[field] = value;
        }

        return new Change { Kind = ChangeKind.Add, Register = register, Id = id, Values = fields.ToImmutable() };
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
