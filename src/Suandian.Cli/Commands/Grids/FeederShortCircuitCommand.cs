using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Suandian.Cases;
using Suandian.Distribution.ShortCircuit;
using Suandian.PowerFlow;
using Suandian.Reports.Feeders;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Grids;

/// <summary><c>feeder shortcircuit</c>: three-phase short-circuit currents at every bus after IEC 60909.</summary>
static class FeederShortCircuitCommand
{
    const string Name = "suandian feeder shortcircuit";

    /// <summary>Rows of the table that are printed unless told otherwise.</summary>
    const int UsualRows = 40;

    internal static Command Create(Door door)
    {
        var source = door.Argument("case", "cli.argument.grid_in");
        var power = FeederOptions.ByBus(door, "--source-mva", "MVA", NumberRange.Above(0));
        var ratio = FeederOptions.ByBus(door, "--source-rx", "R/X", new NumberRange(0));
        var least = FeederOptions.ByBus(door, "--source-min-mva", "MVA", NumberRange.Above(0));
        var warm = FeederOptions.Number(door, "--end-temperature", "C", new NumberRange(20, 400));
        var low = FeederOptions.Words(door, "--low-voltage", "6|10", text => text is "6" or "10");
        var converters = FeederOptions.Number(door, "--converters", "PU", new NumberRange(0, 10));
        var reactance = FeederOptions.Number(door, "--transformer-xt", "%", new NumberRange(0, 100));
        var breaker = FeederOptions.Number(door, "--breaker-ka", "KA", NumberRange.Above(0));
        var rows = GridInput.RowsOption(door, "cli.option.flow_rows");
        var output = door.NewFolderOption();
        var command = new Command("shortcircuit", door.Terminal.Words("cli.feeder.shortcircuit")) { source, power, ratio, least, warm, low, converters, reactance, breaker, rows, output };
        command.Validators.Add(result =>
        {
            if (result.GetResult(least) is null != result.GetResult(warm) is null)
            {
                result.AddError("cli.usage.feeder_minimum");
            }
        });
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(source), new Request(
            (parsed.GetValue(power), parsed.GetValue(ratio), parsed.GetValue(least)), parsed.GetValue(warm),
            parsed.GetValue(low) == "10" ? LowVoltageTolerance.TenPercent : LowVoltageTolerance.SixPercent, (parsed.GetValue(converters), parsed.GetValue(reactance) / 100),
            (parsed.GetValue(breaker), parsed.GetValue(rows) ?? UsualRows), parsed.GetValue(output))));
        return command;
    }

    static ExitCode Run(Door door, string source, Request request)
    {
        var reading = GridInput.Read(source);
        if (reading.Grid is not { } grid)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        var file = Path.GetFileName(source);
        var (options, strangers) = Options(grid, file, request);
        ImmutableArray<Problem> faults = [.. strangers, .. Least(grid, file, options), .. ThreePhaseShortCircuit.Faults(grid, options).GroupBy(fault => fault.Kind).Select(same => Told(same, grid, file))];
        if (!faults.IsEmpty)
        {
            return CaseInput.Refuse(door, Name, [.. reading.Problems, .. faults]);
        }

        ImmutableArray<Problem> problems = [.. reading.Problems, .. options.ConverterCurrentPu > 0 ? Implausible(grid, file) : []];
        CaseInput.Warn(door.Terminal, problems);
        var solution = ThreePhaseShortCircuit.Solve(grid, options);
        if (request.Out is { } folder)
        {
            NewFolder.Write(folder, ShortCircuitFiles.Of(grid, solution, options, request.Shown.BreakerKa).Select(f => (f.Path, f.Bytes)));
        }

        return new ShortCircuitAnswer(door.Terminal, grid, options, request.Shown).Give(Name, solution, problems, request.Out);
    }

    /// <summary>Generators whose rating is far larger than all load, or without load than what their branches carry, as placeholders are.</summary>
    static IEnumerable<Problem> Implausible(PowerGrid grid, string file)
    {
        return ConverterRating.Of(grid).Select(c => (Rating: c, Scale: c.Scale(grid))).Where(c => c.Rating.Mva > ConverterRating.Implausible * c.Scale.Mva).Select(of =>
        {
            var (c, scale) = of;
            var (code, source) = (ProblemCode.ShortCircuitRatingLarge, c.IsOfMachine ? "mBASE" : "PMAX");
            return new Problem(code, Severity.Warning, file, null, "gen." + source, string.Create(CultureInfo.InvariantCulture, $"{FeederOptions.Bus(grid, grid.Generators.Bus[c.Generator])}: {c.Mva} MVA"),
                Phrases.Of($"check.{code}.expected", ("source", source), ("scale", Phrases.Of("grid.rating_scale." + scale.Kind, ("mva", Math.Round(scale.Mva, 3)))), ("times", ConverterRating.Implausible)), Phrases.Of($"check.{code}.remedy"));
        });
    }

    /// <summary>Networks of the slacks as they are given for all or by bus; a number for a bus that is no slack is a problem.</summary>
    static (ShortCircuitOptions Options, ImmutableArray<Problem> Problems) Options(PowerGrid grid, string file, Request request)
    {
        Dictionary<int, double>?[] given = [.. new[] { request.Source.Mva, request.Source.Ratio, request.Source.LeastMva }.Select(text => text is null ? null : FeederOptions.ByBus(text))];
        int[] slacks = [.. Enumerable.Range(0, grid.Buses.Count).Where(b => grid.Buses.Kind[b] == GridBusKind.Slack)];
        double? Of(int which, int bus) => given[which] is not { } numbers ? null
            : numbers.TryGetValue(grid.Buses.Number[bus], out var own) || numbers.TryGetValue(0, out own) ? own : null;
        var strangers = given.OfType<Dictionary<int, double>>().SelectMany(numbers => numbers.Keys).Where(n => n != 0).Distinct().Except(slacks.Select(b => grid.Buses.Number[b])).Order();
        return (new ShortCircuitOptions
        {
            Feeders = [.. slacks.Where(b => Of(0, b) > 0 && Of(1, b) is not null && (given[2] is null || Of(2, b) > 0)).Select(b => new NetworkFeeder(b, Of(0, b)!.Value, Of(1, b)!.Value, Of(2, b)))],
            EndTemperatureC = request.EndTemperatureC, LowVoltageTolerance = request.Tolerance, ConverterCurrentPu = request.Missing.Converters, TransformerReactancePu = request.Missing.Reactance,
        }, [.. strangers.Select(number => FeederOptions.Problem(ProblemCode.ShortCircuitNoSlack, file, "bus.BUS_TYPE", number.ToString(CultureInfo.InvariantCulture)))]);
    }

    /// <summary>Slacks whose least power is above the largest.</summary>
    static IEnumerable<Problem> Least(PowerGrid grid, string file, ShortCircuitOptions options) => options.Feeders.Where(f => f.MinimumMva > f.MaximumMva).Select(f => FeederOptions.Problem(
        ProblemCode.ShortCircuitLeast, file, "bus.BUS_TYPE", string.Create(CultureInfo.InvariantCulture, $"{FeederOptions.Bus(grid, f.Bus)}: {f.MinimumMva} > {f.MaximumMva}")));

    /// <summary>Faults of one kind as one problem that names all their places.</summary>
    static Problem Told(IGrouping<ShortCircuitFaultKind, ShortCircuitFault> faults, PowerGrid grid, string file)
    {
        string Places(Func<int, string> name) => string.Join(' ', faults.Select(fault => name(fault.Index)).Distinct());
        return faults.Key switch
        {
            ShortCircuitFaultKind.NoFeeder => FeederOptions.Problem(ProblemCode.ShortCircuitNoFeeder, file, "bus.BUS_TYPE", Places(b => FeederOptions.Bus(grid, b))),
            ShortCircuitFaultKind.NoBaseVoltage => FeederOptions.Problem(ProblemCode.ShortCircuitNoBase, file, "bus.BASE_KV", Places(b => FeederOptions.Bus(grid, b))),
            ShortCircuitFaultKind.NoTransformerRating => FeederOptions.Problem(ProblemCode.ShortCircuitNoRating, file, "branch.RATE_A", Places(k => FeederOptions.Branch(grid, k))),
            ShortCircuitFaultKind.GeneratorRating => FeederOptions.Problem(ProblemCode.ShortCircuitRatingMissing, file, "gen.PMAX", Places(g => FeederOptions.Bus(grid, grid.Generators.Bus[g]))),
            _ => FeederOptions.Problem(ProblemCode.ShortCircuitGenerator, file, "gen", Places(g => FeederOptions.Bus(grid, grid.Generators.Bus[g]))),
        };
    }

    /// <summary>What is asked for.</summary>
    sealed record Request(
        (string? Mva, string? Ratio, string? LeastMva) Source, double? EndTemperatureC, LowVoltageTolerance Tolerance, (double? Converters, double? Reactance) Missing, (double? BreakerKa, int Rows) Shown, string? Out);
}
