using System.CommandLine;
using Suandian.Reports;
using Suandian.Reports.Jobs;

namespace Suandian.Cli.Commands.Jobs;

/// <summary><c>export series</c>: hours of a cluster from a finished study, for <c>shift</c> and <c>compare</c>.</summary>
static class ExportSeriesCommand
{
    const string Name = "suandian export series";

    internal static Command Create(Door door)
    {
        var results = door.Argument("results", "cli.argument.results");
        Door.Refuse(results, path => path.Length > 0 && !Path.Exists(path), "cli.usage.no_results");
        var file = door.Argument("file", "cli.argument.series_out");
        NewFolder.MustBeFree(file);
        var cluster = door.Option<string>("--cluster", "NAME", "cli.option.series_cluster");
        cluster.Required = true;
        var command = new Command("series", door.Terminal.Words("cli.export.series")) { results, file, cluster };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(results), parsed.GetRequiredValue(file), parsed.GetRequiredValue(cluster)));
        return command;
    }

    static ExitCode Run(Door door, string results, string file, string cluster)
    {
        var (csv, problems) = ClusterSeries.Of(StudyStore.ReadFolder(results), cluster);
        if (csv is null)
        {
            return CaseInput.Refuse(door, Name, problems);
        }

        CaseInput.Warn(door.Terminal, problems);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllBytes(file, csv);
        return CaseInput.Made(door, Name, file, problems, "cli.export.series_made");
    }
}
