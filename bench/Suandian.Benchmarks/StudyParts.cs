using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Suandian.Cases;
using Suandian.Network;
using Suandian.Optimisation;
using Suandian.Planning;
using Suandian.Reports;
using Suandian.Reports.Figures;
using Suandian.Reports.Page;

namespace Suandian.Benchmarks;

/// <summary>Where does the time of a study of the county case go? Each part alone; the solve is the baseline.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 5)]
public class StudyParts
{
    string _folder = "";
    string _out = "";
    Case _case = null!;
    HourlyNetwork _network = null!;
    PlanningModel _model = null!;
    LinearSolution _solved = null!;
    Study _study = null!;
    StudyFigures _figures = null!;

    /// <summary>How many of the chosen weeks; every part sets up a solved study of its own, so one week is the default.</summary>
    [Params(1)]
    public int Weeks { get; set; }

    [GlobalSetup]
    public void Solve()
    {
        _folder = Path.Combine(Root(), "cases", "yiwu");
        _out = Path.Combine(Path.GetTempPath(), "suandian-study-parts");
        _case = Cut(CaseFolder.Read(_folder).Case!);
        _network = NetworkBuilder.Build(_case);
        _model = PlanningModel.Build(_network, new() { LineModel = _case.Settings.LineModel ?? LineModel.Transport });
        _solved = _model.Run();
        var plan = _model.ReadSolution(_solved);
        var baseNetwork = NetworkBuilder.BaseCase(_network, plan);
        _study = new Study
        {
            Case = _case,
            Network = _network,
            Plan = plan,
            BaseNetwork = baseNetwork,
            Base = PlanningModel.Build(baseNetwork, _model.Options).Solve(),
            Provenance = new Provenance
            {
                Product = "Suandian",
                Solver = plan.Run.Solver,
                Command = "benchmark",
                Options = ImmutableSortedDictionary<string, string>.Empty,
                FilesRead = _case.FilesRead,
            },
        };
        _figures = StudyFigures.From(_study);
    }

    [Benchmark]
    public int Read() => CaseFolder.Read(_folder).Problems.Length;

    [Benchmark]
    public int WeatherAndNetwork() => NetworkBuilder.Build(_case).Snapshots.Count;

    [Benchmark]
    public int Build() => PlanningModel.Build(_network, _model.Options).Linear.RowCount;

    [Benchmark(Baseline = true)]
    public double SolvePlan() => _model.Run().Objective;

    [Benchmark]
    public double Certify() => Certificate.Of(_model.Linear, _solved).RelativeGap;

    [Benchmark]
    public bool ReplayPlan() => Replay.Check(_network, _study.Plan).Holds;

    [Benchmark]
    public string Figures() => StudyFigures.From(_study).Headline.Sha256;

    [Benchmark]
    public int Page() => ReportPage.Write(_figures).Length;

    [Benchmark]
    public string WholeFolder() => ReportFolder.Write(_study, _figures, _out).Headline.Sha256;

    Case Cut(Case data) => data with { Settings = data.Settings with { Weeks = [.. data.Settings.Weeks.Take(Weeks)] } };

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Suandian.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the benchmarks do not lie inside the repository");
        }

        return folder.FullName;
    }
}
