using System.Text.Json;
using Suandian.Cases;

namespace Suandian.PowerFlow;

/// <summary>A case of the data folder and what MATPOWER 8.1 computed for it, printed to 10 digits.</summary>
sealed class ReferenceFlow
{
    readonly JsonElement _root;

    ReferenceFlow(string name, string kind)
    {
        Grid = Read(name);
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected", $"{name}.{kind}.json")));
        _root = document.RootElement.Clone();
    }

    internal PowerGrid Grid { get; }

    static string Folder => OutsideData.File("grid");

    internal static ReferenceFlow Ac(string name) => new(name, "pf");

    internal static ReferenceFlow Dc(string name) => new(name, "dcpf");

    internal static string TextOf(string name) => File.ReadAllText(Path.Combine(Folder, name + ".m"));

    internal static PowerGrid Read(string name)
    {
        var reading = MatpowerCase.Read(Path.Combine(Folder, name + ".m"));
        Assert.DoesNotContain(reading.Problems, problem => problem.Severity == Severity.Error);
        return reading.Grid!;
    }

    internal double Number(string name) => _root.GetProperty(name).GetDouble();

    internal bool Has(string name) => _root.TryGetProperty(name, out _);

    internal double[] Numbers(string name) => [.. _root.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    /// <summary>Holds where each number is as near as asked, besides half a unit of the tenth digit that was printed.</summary>
    internal void Equal(string name, double[] actual, double tolerance)
    {
        var expected = Numbers(name);
        Assert.Equal(expected.Length, actual.Length);
        var worst = 0.0;
        for (var i = 0; i < actual.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(expected[i] - actual[i]) - 5.01e-10 * Math.Abs(expected[i]));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {worst:e2} beyond the digits printed");
        Assert.True(worst <= tolerance, $"{name}: {worst}");
    }
}
