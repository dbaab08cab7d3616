using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Cli.Commands.Programme;

/// <summary>Arguments and options the commands of a programme share.</summary>
static class ProgrammeFlags
{
    /// <summary>Hours the county's clock is before UTC.</summary>
    static readonly TimeSpan CountyOffset = TimeSpan.FromHours(8);

    /// <summary>The folder of a programme.</summary>
    internal static Argument<string> Folder(Door door) => door.Argument("folder", "cli.argument.programme");

    /// <summary>A register that people fill in; files of evidence are linked and not listed.</summary>
    internal static Argument<string> Register(Door door)
    {
        var register = door.Argument("register", "cli.argument.register_filled");
        Door.Refuse(register, name => !RegisterSchema.Has(name) || name == RegisterSchema.Evidence, "cli.usage.register");
        register.CompletionSources.Add(_ => RegisterSchema.All.Select(r => new System.CommandLine.Completions.CompletionItem(r.Name)));
        return register;
    }

    /// <summary>A file to be written; one that is there already is wrong usage.</summary>
    internal static Argument<string> NewFile(Door door, string key)
    {
        var file = door.Argument("file", key);
        Door.Refuse(file, path => File.Exists(path) || Directory.Exists(path), "cli.usage.taken");
        return file;
    }

    /// <summary>A file to be read.</summary>
    internal static Argument<string> OldFile(Door door, string key)
    {
        var file = door.Argument("file", key);
        Door.Refuse(file, path => !File.Exists(path), "cli.usage.no_file");
        return file;
    }

    /// <summary>A row, written register/id.</summary>
    internal static Argument<string> Row(Door door)
    {
        var row = door.Argument("row", "cli.argument.row");
        Door.Refuse(row, text => RowAddress.Parse(text) is null, "cli.usage.bad_argument");
        return row;
    }

    /// <summary>Fields of a row, written field=value.</summary>
    internal static Argument<string[]> Fields(Door door) =>
        door.Arguments("field=value", "cli.argument.fields", text => text.IndexOf('=', StringComparison.Ordinal) <= 0);

    /// <summary>The account that acts.</summary>
    internal static Option<string> By(Door door) => door.Option<string>("--by", "ACCOUNT", "cli.option.by");

    /// <summary>Why it acts.</summary>
    internal static Option<string> Why(Door door) => door.Option<string>("--why", "TEXT", "cli.option.why");

    /// <summary>The day as of which figures are computed.</summary>
    internal static Option<string?> Date(Door door, string key = "cli.option.date") =>
        door.Option<string?>("--date", "YYYY-MM-DD", key, text => Day(text!) is not null);

    /// <summary>The day asked for; today in the county where none is.</summary>
    internal static DateOnly DayOf(Door door, string? text) =>
        Day(text) ?? DateOnly.FromDateTime(door.Clock.GetUtcNow().ToOffset(CountyOffset).DateTime);

    /// <summary>The day asked for; where none is, the last day of a programme that is over, else today: a form, a status and a report tell the same.</summary>
    internal static DateOnly DayOf(Door door, string? text, LedgerState state)
    {
        var (day, end) = (DayOf(door, text), ProgrammeSettings.Of(state)!.End);
        return text is null && day > end ? end : day;
    }

    /// <summary>Values by field; a field named twice keeps its last value.</summary>
    internal static ImmutableDictionary<string, string> Values(IEnumerable<string> fields) => ImmutableDictionary.CreateRange(
        fields.Select(f => f.Split('=', 2)).GroupBy(f => f[0]).Select(f => KeyValuePair.Create(f.Key, f.Last()[1])));

    /// <summary>A request of changes.</summary>
    internal static ChangeRequest Request(string? by, string? why, params ImmutableArray<Change> changes) =>
        new() { By = by ?? "", Why = why ?? "", Changes = changes };

    static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
