using System.CommandLine;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Storage;

namespace Suandian.Cli.Commands.Programme;

/// <summary><c>programme new</c>: the folder of a new programme.</summary>
static class ProgrammeNewCommand
{
    const string Name = "suandian programme new";

    internal static Command Create(Door door)
    {
        var folder = door.Argument("folder", "cli.argument.new_folder");
        NewFolder.MustBeFree(folder);
        var template = door.Option<string>("--template", string.Join('|', ProgrammeTemplate.Names), "cli.option.programme_template");
        template.AcceptOnlyFromAmong([.. ProgrammeTemplate.Names]);
        template.DefaultValueFactory = _ => ProgrammeTemplate.Blank;
        var by = ProgrammeFlags.By(door);
        (Option<string?> Option, string Field)[] given =
        [
            (door.Option<string?>("--name", "TEXT", "cli.option.programme_name"), "name_zh"),
            (door.Option<string?>("--owner", "TEXT", "cli.option.programme_owner"), "owner"),
            (door.Option<string?>("--start", "YYYY-MM-DD", "cli.option.programme_start"), "start"),
            (door.Option<string?>("--end", "YYYY-MM-DD", "cli.option.programme_end"), "end"),
        ];
        var demonstration = door.Flag("--demonstration", "cli.option.programme_demonstration");
        var store = door.Option<string?>("--store", "CONNECTION", "cli.option.store");
        var command = new Command("new", door.Terminal.Words("cli.programme.new")) { folder, template, by };
        foreach (var (option, _) in given)
        {
            command.Options.Add(option);
        }

        command.Options.Add(demonstration);
        command.Options.Add(store);
        StoreFlag.Check(store);
        command.SetAction(parsed =>
        {
            var fields = given.Select(g => (g.Field, Value: parsed.GetValue(g.Option))).Where(g => g.Value is not null).ToDictionary(g => g.Field, g => g.Value!);
            if (parsed.GetValue(demonstration))
            {
                fields["demonstration"] = "yes";
            }

            return (int)Run(door, new Asked(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(template), parsed.GetValue(by) ?? "", parsed.GetValue(store)), fields);
        });
        return command;
    }

    static ExitCode Run(Door door, Asked asked, Dictionary<string, string> fields)
    {
        var why = door.Terminal.Words("cli.programme.new.why", ("template", asked.Template));
        var request = ProgrammeFlags.Request(asked.By, why, [.. ProgrammeTemplate.Changes(asked.Template, asked.By, fields)]);
        var recorded = ProgrammeFolder.Create(asked.Folder, asked.Store, request, door.Clock);
        if (!recorded.Problems.IsEmpty)
        {
            return CaseInput.Refuse(door, Name, recorded.Problems);
        }

        var drafts = ProgrammeTemplate.Drafts(asked.Template);
        if (drafts is not null)
        {
            File.WriteAllBytes(Path.Combine(asked.Folder, "drafts.csv"), drafts);
        }

        return ProgrammeAnswer.Said(door, Name,
            door.Terminal.Words(drafts is null ? "cli.programme.new.done" : "cli.programme.new.drafts", ("folder", asked.Folder), ("account", asked.By)),
            ("path", asked.Folder), ("entries", recorded.Entries.Length), ("hash", recorded.After.HeadHash));
    }

    sealed record Asked(string Folder, string Template, string By, string? Store);
}
