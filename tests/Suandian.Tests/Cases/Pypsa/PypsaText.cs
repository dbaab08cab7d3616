using Suandian.Network;
using Suandian.Planning;
using Suandian.Planning.Scenarios;

namespace Suandian.Cases.Pypsa;

/// <summary>A folder of PyPSA written in place: lines <c>== file</c>, each followed by the file's text.</summary>
static class PypsaText
{
    /// <summary>Problems and network of a text.</summary>
    internal static PypsaReading Read(string files)
    {
        using var scratch = new ScratchFolder();
        Write(files, scratch.Folder);
        return PypsaImport.Read(scratch.Folder);
    }

    /// <summary>Problems and network of a text; null where it names no files that can be written.</summary>
    internal static PypsaReading? TryRead(string files)
    {
        try
        {
            return Read(files);
        }
        catch (Exception mistake) when (mistake is IOException or ArgumentOutOfRangeException or UnauthorizedAccessException && mistake.StackTrace!.Contains(nameof(Write), StringComparison.Ordinal))
        {
            return null;
        }
    }

    /// <summary>The whole road: folder, import, case folder, check, network.</summary>
    internal static HourlyNetwork Network(string files)
    {
        using var scratch = new ScratchFolder();
        var reading = Read(files);
        Assert.True(reading.Network is not null, string.Join('\n', reading.Problems.Select(p => $"{p.Code} {p.File}:{p.Row} {p.Column} {p.Value}")));
        CaseFolder.Write(PypsaImport.ToCase(reading.Network!, "tiny"), scratch.Folder);
        var read = CaseFolder.Read(scratch.Folder);
        Assert.NotNull(read.Case);
        return Build(read.Case);
    }

    /// <summary>The network that is planned: with scenarios that of all of them.</summary>
    static HourlyNetwork Build(Case data) => data.Scenarios.IsEmpty ? NetworkBuilder.Build(data) : ScenarioPlanning.Join(ScenarioCases.Of(data));

    /// <summary>The plan of a network that was read.</summary>
    internal static PlanningSolution Plan(PypsaReading reading) =>
        PlanningModel.Build(Build(PypsaImport.ToCase(reading.Network!, "tiny")), new() { LineModel = LineModel.Kirchhoff })
            .Solve(cancellation: TestContext.Current.CancellationToken);

    internal static PlanningModel Model(string files) => PlanningModel.Build(Network(files), new() { LineModel = LineModel.Kirchhoff });

    /// <summary>The plan, optimal and proved; it passes the replay.</summary>
    internal static PlanningSolution Plan(string files)
    {
        var model = Model(files);
        var plan = model.Solve(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(PlanningStatus.Optimal, plan.Status);
        Assert.True(plan.Certificate!.IsOptimal, plan.Certificate.ToString());
        if (model.Network.Snapshots.Scenarios is null)
        {
            Assert.All(Replay.Check(model.Network, plan, LineModel.Kirchhoff).Checks, check => Assert.True(check.Holds, check.ToString()));
        }

        return plan;
    }

    /// <summary>The optimum, compared to 1e-8 of its size.</summary>
    internal static void Costs(double expected, string files)
    {
        var plan = Plan(files);
        Assert.Equal(expected, plan.ObjectiveYuan, 1e-8 * Math.Max(1, Math.Abs(expected)));
    }

    internal static void Write(string files, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var part in files.ReplaceLineEndings("\n").Split("== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, part[..end].Trim()), part[(end + 1)..].TrimEnd('\n') + "\n");
        }
    }
}

/// <summary>An empty folder that is deleted in the end.</summary>
sealed class ScratchFolder : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("suandian-pypsa-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
