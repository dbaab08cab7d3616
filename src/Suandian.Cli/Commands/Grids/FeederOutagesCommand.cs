using System.Collections.Immutable;
using System.CommandLine;
using Suandian.Cases;
using Suandian.Distribution.Grids;
using Suandian.Distribution.Outages;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;
using Suandian.Reports.Feeders;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Grids;

/// <summary><c>feeder n1</c>: each branch out in turn, and how load comes back.</summary>
static class FeederOutagesCommand
{
    const string Name = "suandian feeder n1";

    const int MostHours = 8784;

    internal static Command Create(Door door)
    {
        var input = new FeederInput(door, needsHours: false);
        var limit = FeederInput.Whole(door, "--limit", "cli.option.n1_limit", (1, MostHours));
        var actions = FeederInput.Whole(door, "--actions", "cli.option.n1_actions", (2, 4));
        var ties = door.Option<string?>("--ties", "8-21,9-15", "cli.option.n1_ties");
        var output = door.NewFolderOption();
        var rows = GridInput.RowsOption(door, "cli.option.feeder_rows");
        var command = input.Command(door, "n1", limit, actions, ties, output, rows);
        command.SetAction((parsed, cancellation) =>
        {
            var options = new OutageOptions { MostHours = parsed.GetValue(limit) ?? 100, MostActions = parsed.GetValue(actions) ?? 4, Threads = Environment.ProcessorCount };
            return Task.FromResult((int)Run(door, input.Read(parsed, eachCircuit: true), new Request(options, parsed.GetValue(ties), parsed.GetValue(output), parsed.GetValue(rows) ?? FeederTables.UsualRows), cancellation));
        });
        return command;
    }

    static ExitCode Run(Door door, FeederReading reading, Request request, CancellationToken cancellation)
    {
        if (reading.Feeder is not { } feeder)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var (ties, unknown) = Ties(feeder.Grid, request.Ties);
        ImmutableArray<Problem> problems = [.. reading.Problems, .. unknown];
        if (!unknown.IsEmpty)
        {
            return CaseInput.Refuse(door, Name, problems);
        }

        CaseInput.Warn(door.Terminal, problems);
        var solution = BranchOutages.Solve(feeder.Grid, feeder.Hours, feeder.Limits, request.Options with { Ties = ties }, cancellation);
        var year = FeederYear.Solve(feeder.Grid, feeder.Hours, feeder.Limits, Environment.ProcessorCount, cancellation);
        if (request.Out is { } folder)
        {
            NewFolder.Write(folder, OutageFiles.Of(feeder.Grid, feeder.Hours, solution, CapacityRatio.Of(feeder.Grid, year)).Select(f => (f.Path, f.Bytes)));
        }

        return new FeederOutagesAnswer(door.Terminal, feeder, request.Rows).Give(Name, (solution, year), problems, request.Out);
    }

    /// <summary>Branches by their ends; null for all, and a problem for each that is not out of service.</summary>
    static (int[]? Ties, ImmutableArray<Problem> Problems) Ties(PowerGrid grid, string? list)
    {
        if (list is null)
        {
            return (null, []);
        }

        var open = Enumerable.Range(0, grid.Branches.Count).Where(k => !grid.Branches.InService[k]).ToArray();
        var (found, problems) = (new List<int>(), ImmutableArray.CreateBuilder<Problem>());
        foreach (var name in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int[] here = [.. BranchNames.Find(grid, name).Intersect(open)];
            found.AddRange(here);
            if (here.Length == 0)
            {
                problems.Add(new Problem(ProblemCode.FeederTie, Severity.Error, "--ties", null, null, name,
                    Phrases.Of($"check.{ProblemCode.FeederTie}.expected"), Phrases.Of($"check.{ProblemCode.FeederTie}.remedy", ("value", name))));
            }
        }

        return ([.. found.Distinct().Order()], problems.ToImmutable());
    }

    sealed record Request(OutageOptions Options, string? Ties, string? Out, int Rows);
}
