using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Suandian.Cases;
using Suandian.PowerFlow;

namespace Suandian.Cli.Commands.Grids;

/// <summary><c>flow</c>: voltages, flows and losses of a grid.</summary>
static class FlowCommand
{
    const string Name = "suandian flow";

    /// <summary>Rows of each table that are printed unless told otherwise.</summary>
    const int UsualRows = 40;

    internal static Command Create(Door door)
    {
        var source = door.Argument("case", "cli.argument.grid_in");
        var method = door.Option<string?>("--method", "ac|dc|dc-series", "cli.option.flow_method");
        method.AcceptOnlyFromAmong("ac", "dc", "dc-series");
        var start = door.Option<string?>("--start", "given|flat", "cli.option.flow_start");
        start.AcceptOnlyFromAmong("given", "flat");
        var limits = door.Flag("--reactive-limits", "cli.option.reactive_limits");
        var share = door.Flag("--distributed-slack", "cli.option.distributed_slack");
        var zip = door.Option<string?>("--zip", "Z,I,P", "cli.option.flow_zip", text => Shares(text!) is not null);
        var rows = GridInput.RowsOption(door, "cli.option.flow_rows");
        var command = new Command("flow", door.Terminal.Words("cli.grid.flow")) { source, method, start, limits, share, zip, rows };
        foreach (var option in (Option[])[zip, start, limits, share])
        {
            option.Validators.Add(result =>
            {
                if (!result.Implicit && result.GetResult(method) is { Tokens: [{ Value: "dc" or "dc-series" }] })
                {
                    result.AddError("cli.usage.flow_ac");
                }
            });
        }

        command.SetAction(parsed =>
        {
            var options = new FlowOptions
            {
                Start = parsed.GetValue(start) == "flat" ? FlowStart.Flat : FlowStart.AsGiven,
                EnforceReactiveLimits = parsed.GetValue(limits),
                DistributedSlack = parsed.GetValue(share),
            };
            return (int)Run(door, parsed.GetRequiredValue(source), parsed.GetValue(method) ?? "ac", (options, Shares(parsed.GetValue(zip)), parsed.GetValue(rows) ?? UsualRows));
        });
        return command;
    }

    /// <summary>Per cent of constant impedance, current and power, which add up to 100; null where a text is no such list.</summary>
    static (double ImpedancePu, double CurrentPu)? Shares(string? text)
    {
        double?[] parts = [.. (text ?? "").Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100 ? percent : (double?)null)];
        return parts is [{ } impedance, { } current, { } power] && Math.Abs(impedance + current + power - 100) < 1e-9 ? (impedance / 100, current / 100) : null;
    }

    static ExitCode Run(Door door, string source, string method, (FlowOptions Options, (double ImpedancePu, double CurrentPu)? Zip, int Rows) how)
    {
        var reading = GridInput.Read(source);
        if (reading.Grid is not { } grid)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var loads = how.Zip is { } zip ? LoadShares.Everywhere(grid.Buses.Count, zip.CurrentPu, zip.ImpedancePu) : null;
        var answer = new FlowAnswer(door.Terminal, grid, how.Rows, loads);
        if (method == "ac")
        {
            return answer.Give(Name, AcFlow.Solve(grid, how.Options with { Loads = loads }), reading.Problems);
        }

        ImmutableArray<Problem> unfit = DcProblems(grid, Path.GetFileName(source));
        return unfit.IsEmpty
            ? answer.Give(Name, DcFlow.Solve(grid, method == "dc" ? DcForm.ReactanceAndTap : DcForm.SeriesSusceptance), reading.Problems)
            : CaseInput.Refuse(door, Name, [.. reading.Problems, .. unfit]);
    }

    /// <summary>Branches without reactance have no DC flow.</summary>
    static ImmutableArray<Problem> DcProblems(PowerGrid grid, string file) =>
    [
        .. Enumerable.Range(0, grid.Branches.Count).Where(k => grid.Branches.InService[k] && grid.Branches.ReactancePu[k] == 0).Select(k => new Problem(
            ProblemCode.GridNoReactance, Severity.Error, file, null, "branch.BR_X",
            $"{grid.Buses.Number[grid.Branches.From[k]]}-{grid.Buses.Number[grid.Branches.To[k]]}",
            Texts.Phrases.Of("check.SD1523.expected"), Texts.Phrases.Of("check.SD1523.remedy"))),
    ];
}
