using System.Collections.Immutable;
using Suandian.Cases;
using Suandian.Cases.Variations;
using Suandian.Planning;
using Suandian.Reports;
using Suandian.Reports.Figures;
using Suandian.Reports.Sweeps;

namespace Suandian.Operations.Sweeps;

/// <summary>Computes variants of one sweep: the case is read once and varied.</summary>
public sealed class SweepWorker
{
    readonly SweepFolder _folder;
    readonly SweepDefinition _definition;
    readonly CaseVariations _variations;
    readonly Func<Case, (Case Data, PlanningOptions Options)> _choose;
    readonly string _sha256;
    readonly VariantNetworks _networks = new();

    SweepWorker(SweepFolder folder, SweepDefinition definition, CaseVariations variations, Func<Case, (Case, PlanningOptions)> choose) =>
        (_folder, _definition, _variations, _choose, _sha256) = (folder, definition, variations, choose, definition.Sha256);

    /// <summary>Opens a sweep to work on it.</summary>
    /// <param name="folder">Folder with definition and case.</param>
    /// <param name="choose">Hours and options of a plan, given a case.</param>
    /// <exception cref="SweepFolderException">The folder holds no sweep, or its case was touched.</exception>
    public static SweepWorker Open(SweepFolder folder, Func<Case, (Case Data, PlanningOptions Options)> choose)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var definition = folder.Definition() ?? throw SweepFolderException.Unreadable(folder.Path, inner: null);
        var (variations, _) = CaseVariations.Read(folder.ReadCase(definition), definition.Sets, definition.Zip);
        return new SweepWorker(folder, definition, variations ?? throw SweepFolderException.Unreadable(folder.Path, inner: null), choose);
    }

    /// <summary>Computes a variant and writes its result, unless it has one.</summary>
    /// <param name="number">Number, from 1.</param>
    /// <param name="cancellation">Ends the work inside the solver; nothing is written then.</param>
    public void Do(int number, CancellationToken cancellation)
    {
        if (_folder.Result(number, _sha256) is null)
        {
            _folder.Write(Solve(number, cancellation));
        }
    }

    /// <summary>Computes a variant.</summary>
    VariantResult Solve(int number, CancellationToken cancellation)
    {
        var reading = _variations.Case(number);
        var (data, options) = _choose(reading.Case ?? throw SweepFolderException.Wrong(reading.Problems.First(p => p.Severity == Severity.Error)));
        var network = _networks.Build(data);
        var solved = PlanningModel.Build(network, options).Solve(cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        var plan = solved with { Run = solved.Run with { Seconds = 0 } };
        return new VariantResult
        {
            Number = number,
            Sweep = _sha256,
            Values = [.. _variations.Values(number).Select(v => v.Text)],
            Status = plan.Status,
            Figures = plan.Status is PlanningStatus.Optimal or PlanningStatus.Incumbent ? VariantFigures.From(StudyFigures.From(new Study
            {
                Case = data,
                Network = network,
                Plan = plan,
                BaseNetwork = NetworkBuilder.BaseCase(network, plan),
                Replay = Replay.Check(network, plan, options.LineModel),
                Provenance = Origin(plan),
            })) : [],
        };
    }

    Provenance Origin(PlanningSolution plan) => new()
    {
        Product = _definition.Program,
        Solver = plan.Run.Solver,
        Command = "suandian sweep",
        Options = ImmutableSortedDictionary<string, string>.Empty,
        FilesRead = _definition.Inputs,
    };
}
