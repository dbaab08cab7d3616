using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Cli.Commands.Grids;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands.Jobs;

/// <summary><c>export jobs</c>: jobs made from the workloads of a case.</summary>
static class ExportJobsCommand
{
    const string Name = "suandian export jobs";
    const double SecondsPerHour = 3600;

    static readonly string[] Headings = ["workload", "jobs", "demand_card_h", "card_h"];

    internal static Command Create(Door door)
    {
        var folder = door.CaseArgument();
        var file = door.Argument("file", "cli.argument.jobs_out");
        NewFolder.MustBeFree(file);
        var cluster = door.Option<string>("--cluster", "NAME", "cli.option.jobs_cluster");
        cluster.Required = true;
        var seed = FeederInput.Whole(door, "--seed", "cli.option.jobs_seed", (0, int.MaxValue));
        var share = FeederInput.Number(door, ("--share", "2%"), "cli.option.jobs_share", NumberRange.Above(0, 1));
        var days = FeederInput.Whole(door, "--days", "cli.option.jobs_days", (1, 366));
        var command = new Command("jobs", door.Terminal.Words("cli.export.jobs")) { folder, file, cluster, seed, share, days };
        command.SetAction((parsed, cancellation) => Task.FromResult((int)Run(door, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(file), new CaseJobsOptions
        {
            Cluster = parsed.GetRequiredValue(cluster), Seed = parsed.GetValue(seed) ?? 1, SharePu = FeederInput.Value(parsed.GetValue(share)) ?? 1, Days = parsed.GetValue(days) ?? 366,
        }, cancellation)));
        return command;
    }

    static ExitCode Run(Door door, string folder, string file, CaseJobsOptions options, CancellationToken cancellation)
    {
        var reading = CaseInput.OfOurOwn(CaseInput.Read(folder));
        if (reading.Case is null)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var made = CaseJobs.Make(CaseInput.On(reading.Case, "year"), options, cancellation);
        if (made.Stream is not { } stream)
        {
            return CaseInput.Refuse(door, Name, [.. reading.Problems, .. made.Problems]);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllBytes(file, stream.Csv());
        Answer(door.Terminal, stream, (file, options));
        return ExitCode.Done;
    }

    static void Answer(Terminal terminal, GeneratedJobs stream, (string File, CaseJobsOptions Options) asked)
    {
        var rows = stream.Demands.Select((d, i) => (Demand: d, Jobs: stream.Jobs.Where(j => j.Demand == i).ToArray())).Select(r => (r.Demand, Count: r.Jobs.Length, CardH: r.Jobs.Sum(j => j.Cards * (double)j.RunS) / SecondsPerHour)).ToArray();
        var mean = rows.Sum(r => r.CardH) / stream.Demands[0].CardH.Length;
        terminal.Say(terminal.Words("cli.export.jobs_made", ("jobs", stream.Jobs.Length), ("file", asked.File), ("cluster", asked.Options.Cluster), ("cards", Number(mean, 1)), ("existing", stream.ExistingCards)));
        Grid.Print(terminal, [.. Headings.Select(h => terminal.Words("cli.export.jobs_" + h))],
            rows.Select(r => (string[])[r.Demand.Name, $"{r.Count}", Number(r.Demand.CardH.Sum(), 2), Number(r.CardH, 2)]));
        var document = CaseInput.Document(Name, ExitCode.Done, []);
        document["path"] = asked.File;
        document["jobs"] = stream.Jobs.Length;
        document["mean_cards"] = mean;
        document["existing_cards"] = stream.ExistingCards;
        document["workloads"] = Nodes(rows.Length, i => new JsonObject { ["name"] = rows[i].Demand.Name, ["jobs"] = rows[i].Count, ["demand_card_h"] = rows[i].Demand.CardH.Sum(), ["card_h"] = rows[i].CardH });
        terminal.Document(document);
    }
}
