using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Suandian;

/// <summary>The arrows of the house: Cli → Operations → Suandian; inside it Reports, Cases → capabilities → Network, Weather, Optimisation, PowerFlow.</summary>
public class ArchitectureTests
{
    static readonly Architecture House = new ArchLoader().LoadAssembly(typeof(Text).Assembly).Build();

    static readonly string[] Ground = ["Network", "Weather", "Optimisation", "PowerFlow"];

    static readonly string[] Doors = ["Cases", "Reports"];

    /// <summary>What belongs to every room: sentences.</summary>
    static readonly string[] Open = ["Texts"];

    /// <summary>The rooms that exist, from the namespaces under Suandian.</summary>
    static IEnumerable<string> Rooms => House.Types.Select(type => type.Namespace?.FullName ?? "")
        .Where(name => name.StartsWith("Suandian.", StringComparison.Ordinal)).Select(name => name.Split('.')[1])
        .Distinct().Except(Open).Order(StringComparer.Ordinal);

    public static TheoryData<string> Capabilities => [.. Rooms.Except(Ground).Except(Doors)];

    [Theory]
    [InlineData("Network")]
    [InlineData("Weather")]
    [InlineData("Optimisation")]
    [InlineData("PowerFlow")]
    public void The_ground_floor_knows_nobody(string room)
    {
        foreach (var other in Rooms.Where(other => other != room))
        {
            Types().That().ResideInNamespaceMatching(Inside(room)).Should()
                .NotDependOnAny(Types().That().ResideInNamespaceMatching(Inside(other)))
                .WithoutRequiringPositiveResults().Check(House);
        }
    }

    [Theory]
    [MemberData(nameof(Capabilities))]
    public void A_capability_knows_no_door(string room)
    {
        foreach (var door in Doors)
        {
            Types().That().ResideInNamespaceMatching(Inside(room)).Should()
                .NotDependOnAny(Types().That().ResideInNamespaceMatching(Inside(door)))
                .WithoutRequiringPositiveResults().Check(House);
        }
    }

    [Theory]
    [MemberData(nameof(Capabilities))]
    public void A_capability_knows_another_only_through_its_solution_record(string room)
    {
        foreach (var other in Rooms.Except(Ground).Except(Doors).Where(other => other != room))
        {
            Types().That().ResideInNamespaceMatching(Inside(room)).Should()
                .NotDependOnAny(Types().That().ResideInNamespaceMatching(Inside(other))
                    .And().DoNotHaveNameEndingWith("Solution").And().DoNotHaveNameEndingWith("Shadow"))
                .WithoutRequiringPositiveResults().Check(House);
        }
    }

    [Fact]
    public void Reading_does_not_know_reporting() =>
        Types().That().ResideInNamespaceMatching(Inside("Cases")).Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(Inside("Reports")))
            .WithoutRequiringPositiveResults().Check(House);

    [Fact]
    public void The_native_solver_stays_in_its_folder() =>
        Types().That().ResideInNamespaceMatching(@"^Suandian\.(?!Optimisation)").Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^Suandian\.Optimisation\.Highs($|\.)"))
            .Check(House);

    [Fact]
    public void The_library_knows_no_program() =>
        Assert.DoesNotContain(typeof(Text).Assembly.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("Suandian", StringComparison.Ordinal)
                || name.Name is "System.Console" or "Spectre.Console" or "System.CommandLine");

    [Fact]
    public void Operations_know_the_science_and_no_front()
    {
        var known = typeof(Operations.Sweeps.SweepFolder).Assembly.GetReferencedAssemblies().Select(name => name.Name!).ToArray();

        Assert.Equal(["Suandian"], known.Where(name => name.StartsWith("Suandian", StringComparison.Ordinal)));
        Assert.DoesNotContain(known, name => name is "System.Console" or "Spectre.Console" or "System.CommandLine");
    }

    [Fact]
    public void No_room_is_a_lumber_room() =>
        Assert.DoesNotContain(House.Types.Select(type => type.Namespace?.FullName ?? ""), name =>
            name.Split('.').Any(part => part is "Utils" or "Common" or "Helpers" or "Managers" or "Services"));

    [Fact]
    public void Every_project_of_the_disk_is_in_the_solution()
    {
        var listed = XDocument.Load(Repository.File("Suandian.slnx")).Descendants("Project")
            .Select(project => project.Attribute("Path")!.Value).Order(StringComparer.Ordinal);

        var found = new[] { "src", "tests", "bench" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.File(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

        Assert.Equal(found, listed);
    }

    static string Inside(string room) => $@"^Suandian\.{room}($|\.)";
}
