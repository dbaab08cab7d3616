using System.CommandLine;
using Suandian.Distribution.Year;
using Suandian.Reports.Feeders;

namespace Suandian.Cli.Commands.Grids;

/// <summary><c>feeder year</c>: every hour exactly, and what is beyond its limit.</summary>
static class FeederYearCommand
{
    const string Name = "suandian feeder year";

    internal static Command Create(Door door)
    {
        var input = new FeederInput(door, needsHours: true);
        var output = door.NewFolderOption();
        var rows = GridInput.RowsOption(door, "cli.option.feeder_rows");
        var command = input.Command(door, "year", output, rows);
        command.SetAction((parsed, cancellation) => Task.FromResult(
            (int)Run(door, input.Read(parsed), (parsed.GetValue(output), parsed.GetValue(rows) ?? FeederTables.UsualRows), cancellation)));
        return command;
    }

    static ExitCode Run(Door door, FeederReading reading, (string? Out, int Rows) how, CancellationToken cancellation)
    {
        if (reading.Feeder is not { } feeder)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var year = FeederYear.Solve(feeder.Grid, feeder.Hours, feeder.Limits, Environment.ProcessorCount, cancellation);
        if (how.Out is { } folder && year.Unsolved.Length < feeder.Hours.Count)
        {
            NewFolder.Write(folder, FeederFiles.Of(feeder.Grid, feeder.Hours, year).Select(f => (f.Path, f.Bytes)));
        }

        else if (how.Out is { } none)
        {
            door.Terminal.Say(door.Terminal.Words("cli.feeder.nothing_written", ("folder", none)));
        }

        return new FeederYearAnswer(door.Terminal, feeder, how.Rows).Give(Name, year, reading.Problems, how.Out);
    }
}
