using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Suandian.Cases;
using Suandian.OptimalFlow;
using Suandian.OptimalFlow.Relaxation;
using Suandian.PowerFlow;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Grids;

/// <summary><c>opf</c>: the cheapest dispatch of a grid within its limits, with prices.</summary>
static class OptimalFlowCommand
{
    const string Name = "suandian opf";

    /// <summary>Rows of each table that are printed unless told otherwise.</summary>
    const int UsualRows = 20;

    internal static Command Create(Door door)
    {
        var source = door.Argument("case", "cli.argument.grid_in");
        var method = door.Option<string?>("--method", "ac|dc|dc-series", "cli.option.optimise_method");
        method.AcceptOnlyFromAmong("ac", "dc", "dc-series");
        var bound = door.Flag("--bound", "cli.option.optimise_bound");
        var target = door.Option<string?>("--out", "FILE", "cli.option.optimise_out");
        target.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } path && (File.Exists(path) || Directory.Exists(path)))
            {
                result.AddError("cli.usage.taken");
            }
        });
        var rows = GridInput.RowsOption(door, "cli.option.optimise_rows");
        var command = new Command("opf", door.Terminal.Words("cli.grid.optimise")) { source, method, bound, target, rows };
        command.SetAction((parsed, cancellation) => Task.FromResult((int)Run(door, parsed.GetRequiredValue(source), new Request(
            parsed.GetValue(method) ?? "ac", parsed.GetValue(bound), parsed.GetValue(target), parsed.GetValue(rows) ?? UsualRows), cancellation)));
        return command;
    }

    static ExitCode Run(Door door, string source, Request request, CancellationToken cancellation)
    {
        var reading = GridInput.Read(source);
        if (reading.Grid is not { } grid)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var form = request.Method switch { "dc" => OptimalFlowForm.DcReactanceAndTap, "dc-series" => OptimalFlowForm.DcSeriesSusceptance, _ => OptimalFlowForm.Ac };
        ImmutableArray<Problem> faults = [.. OptimalFlowFault.Of(grid, form).Select(fault => Told(fault, grid, Path.GetFileName(source)))];
        if (!faults.IsEmpty)
        {
            return CaseInput.Refuse(door, Name, [.. reading.Problems, .. faults]);
        }

        ImmutableArray<Problem> problems = [.. reading.Problems, .. form == OptimalFlowForm.Ac ? Curves(grid, Path.GetFileName(source)) : []];
        CaseInput.Warn(door.Terminal, problems);
        var solution = OptimalDispatch.Solve(grid, new OptimalFlowOptions { Form = form }, cancellation);
        var wantsBound = form == OptimalFlowForm.Ac && (request.Bound || solution.Status != OptimalFlowStatus.Optimal);
        var proof = wantsBound ? ConeRelaxation.Bound(grid, solution, cancellation) : null;
        if (request.Out is { } file && solution.Status == OptimalFlowStatus.Optimal)
        {
            ExportMatpowerCommand.Write(solution.Applied(grid), file);
        }

        return new OptimumAnswer(door.Terminal, grid, request.Rows).Give((Name, request.Method), solution, proof, problems);
    }

    /// <summary>Generators whose capability curve is left aside.</summary>
    static IEnumerable<Problem> Curves(PowerGrid grid, string file) =>
        Enumerable.Range(0, grid.Generators.Count).Where(g => grid.Generators.InService[g] && grid.Generators.HasCapabilityCurve(g)).Select(g => new Problem(
            ProblemCode.GridCapability, Severity.Warning, file, null, "gen.PC1", $"{g + 1} ({grid.Buses.Number[grid.Generators.Bus[g]]})",
            Phrases.Of("check.SD1527.expected"), Phrases.Of("check.SD1527.remedy")));

    /// <summary>A fault with its place in the case.</summary>
    static Problem Told(OptimalFlowFault fault, PowerGrid grid, string file)
    {
        var (generators, branches, i) = (grid.Generators, grid.Branches, fault.Index);
        string Bus(int bus) => grid.Buses.Number[bus].ToString(CultureInfo.InvariantCulture);
        var (code, column, value) = fault.Kind switch
        {
            OptimalFlowFaultKind.NoCosts => (ProblemCode.GridNoCosts, "gencost", null),
            OptimalFlowFaultKind.DcLines => (ProblemCode.GridDcLines, "dcline", null),
            OptimalFlowFaultKind.NoReactance => (ProblemCode.GridNoReactance, "branch.BR_X", $"{Bus(branches.From[i])}-{Bus(branches.To[i])}"),
            OptimalFlowFaultKind.CostShape => (ProblemCode.GridCostShape, "gencost", $"{i + 1} ({Bus(generators.Bus[i])})"),
            _ => (ProblemCode.GridLimits, fault.IsReactive ? "gen.QMIN" : "gen.PMIN", (fault.IsReactive ? generators.MinMvar[i] : generators.MinMw[i]).ToString(CultureInfo.InvariantCulture)),
        };
        var most = fault.Kind == OptimalFlowFaultKind.Limits ? (fault.IsReactive ? generators.MaxMvar[i] : generators.MaxMw[i]).ToString(CultureInfo.InvariantCulture) : "";
        return new Problem(code, Severity.Error, file, null, column, value, Phrases.Of($"check.{code}.expected", ("most", most)), Phrases.Of($"check.{code}.remedy"));
    }

    /// <summary>What is asked for.</summary>
    sealed record Request(string Method, bool Bound, string? Out, int Rows);
}
