using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Cases.Feeder;
using Suandian.Distribution.Reinforcement;
using Suandian.PowerFlow;
using static Suandian.Cli.GridNumbers;

namespace Suandian.Cli.Commands;

/// <summary><c>feeder reinforce</c>: the measures of least cost with which a feeder keeps its limits in every hour.</summary>
static class FeederReinforceCommand
{
    const string Name = "suandian feeder reinforce";

    static readonly string[] Columns = ["measure", "kind", "place", "cost_yuan", "annual_yuan", "year"];

    internal static Command Create(Door door)
    {
        var source = door.Argument("case", "cli.argument.grid_in");
        var measures = door.Option<string>("--measures", "FILE", "cli.option.feeder_measures");
        measures.Required = true;
        var hours = door.Option<string?>("--hours", "TABLE", "cli.option.feeder_hours");
        var growth = FeederOptions.Number(door, "--growth", "%", g => g is >= -50 and <= 100);
        var years = FeederOptions.Number(door, "--years", "N", n => n is >= 0 and <= 50 && n == Math.Floor(n));
        var discount = FeederOptions.Number(door, "--discount", "%", i => i is >= 0 and <= 50);
        var target = door.Option<string?>("--out", "FILE", "cli.option.feeder_reinforce_out");
        target.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } path && (File.Exists(path) || Directory.Exists(path)))
            {
                result.AddError("cli.usage.taken");
            }
        });
        var command = new Command("reinforce", door.Terminal.Words("cli.feeder.reinforce")) { source, measures, hours, growth, years, discount, target };
        command.SetAction((parsed, cancellation) => Task.FromResult((int)Run(door, (parsed.GetRequiredValue(source), parsed.GetRequiredValue(measures), parsed.GetValue(hours), parsed.GetValue(target)), new ReinforcementOptions
        {
            Growth = (parsed.GetValue(growth) ?? 0) / 100, Years = (int)(parsed.GetValue(years) ?? 0), Rate = (parsed.GetValue(discount) ?? 6) / 100,
        }, cancellation)));
        return command;
    }

    static ExitCode Run(Door door, (string Source, string Measures, string? Hours, string? Out) files, ReinforcementOptions options, CancellationToken cancellation)
    {
        var reading = FeederInput.Read(files.Source, files.Hours);
        if (reading.Grid is not { } grid)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var (measures, unfit) = MeasureCatalogue.Read(files.Measures, grid);
        ImmutableArray<Problem> faults = [.. unfit, .. FeederReinforcement.Suits(grid) ? [] : (Problem[])[FeederOptions.Problem(ProblemCode.FeederNotRadial, Path.GetFileName(files.Source), null, null)]];
        if (!faults.IsEmpty || reading.Hours is not { } hours)
        {
            return CaseInput.Refuse(door, Name, [.. reading.Problems, .. faults]);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var solution = FeederReinforcement.Solve(grid, hours.Injections, measures, options, cancellation);
        if (files.Out is { } target && solution.Status == ReinforcementStatus.Cheapest)
        {
            ExportMatpowerCommand.Write(solution.Grid, target);
        }

        return Give(door.Terminal, grid, (solution, hours.Count, options), reading.Problems);
    }

    static ExitCode Give(Terminal terminal, PowerGrid grid, (ReinforcementSolution Solution, int Hours, ReinforcementOptions Options) of, ImmutableArray<Problem> problems)
    {
        var (solution, isDone) = (of.Solution, of.Solution.Status is ReinforcementStatus.Cheapest or ReinforcementStatus.NothingNeeded);
        var code = isDone ? ExitCode.Done : ExitCode.NoSolution;
        string Place(Measure m) => m.IsAtBranch ? FeederOptions.Branch(grid, m.Site) : FeederOptions.Bus(grid, m.Site);
        terminal.Say(terminal.Words("cli.feeder.excess_before", ("case", grid.Name), ("all", of.Hours), ("hours", solution.Before.Hours), ("low", Number(solution.Before.LowPu, 4)),
            ("high", Number(solution.Before.HighPu, 4)), ("loading", Number(100 * solution.Before.Loading, 1)), ("years", of.Options.Years)));
        terminal.Say(terminal.Words("cli.feeder.reinforce." + Word(solution.Status), ("count", solution.Measures.Length), ("annual", Number(solution.AnnualYuan, 0)), ("cost", Number(solution.CostYuan, 0)),
            ("sets", solution.Sets), ("hours", solution.After.Hours)));
        Grid.Print(terminal, [.. Columns.Select(column => terminal.Words("cli.feeder.plan_column." + column))], solution.Measures.Select(p => (string[])
        [
            p.Measure.Name, MeasureCatalogue.NameOf(p.Measure.Kind), Place(p.Measure), Number(p.Measure.CostYuan, 0), Number(p.Measure.AnnualYuan(of.Options.Rate), 0), Number(p.Year, 0),
        ]), i => i is 1 or 2);
        var document = CaseInput.Document(Name, code, problems);
        document["status"] = isDone ? "done" : "no_solution";
        document["reinforcement"] = new JsonObject
        {
            ["status"] = Word(solution.Status), ["annual_yuan"] = solution.AnnualYuan, ["cost_yuan"] = solution.CostYuan, ["sets_computed"] = solution.Sets, ["rate"] = of.Options.Rate,
            ["before"] = Node(solution.Before), ["after"] = Node(solution.After),
            ["measures"] = Nodes(solution.Measures.Length, i => solution.Measures[i] is var p ? new JsonObject
            {
                ["name"] = p.Measure.Name, ["kind"] = MeasureCatalogue.NameOf(p.Measure.Kind), ["place"] = Place(p.Measure), ["cost_yuan"] = p.Measure.CostYuan,
                ["annual_yuan"] = p.Measure.AnnualYuan(of.Options.Rate), ["year"] = p.Year,
            } : []),
        };
        terminal.Document(document);
        return code;
    }

    static JsonObject Node(FeederExcess excess) => new()
    {
        ["hours"] = excess.Hours, ["low_pu"] = excess.LowPu, ["high_pu"] = excess.HighPu, ["loading_over"] = excess.Loading, ["unsolved"] = excess.Unsolved,
    };

    static string Word(ReinforcementStatus status) => status switch
    {
        ReinforcementStatus.NothingNeeded => "nothing_needed",
        ReinforcementStatus.Cheapest => "cheapest",
        ReinforcementStatus.NoneSuffices => "none_suffices",
        _ => "not_found",
    };
}
