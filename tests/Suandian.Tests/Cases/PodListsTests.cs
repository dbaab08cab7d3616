using System.Text;
using Suandian.Scheduling.Placement;

namespace Suandian.Cases;

public class PodListsTests
{
    const string Nodes = "sn,cpu_milli,memory_mib,gpu,model\nn0,8000,16384,2,T4\nn1,32000,65536,0,\n";

    const string Pods = "name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec\np0,4000,4096,1,500,V100M32|T4\np1,1000,1024,0,0,\np2,1000,1024.0,2,1000,\n";

    [Fact]
    public void Lists_are_read_by_the_names_of_their_columns()
    {
        var reading = Read(Nodes, Pods);

        Assert.Empty(reading.Problems);
        Assert.Equal([new GpuNode("n0", 8000, 16384, 2, "T4"), new GpuNode("n1", 32000, 65536, 0, "")], reading.Cluster!.Nodes);
        Assert.Equal([new Pod("p0", 4000, 4096, 1, 500, "T4|V100M32"), new Pod("p1", 1000, 1024, 0, 0, ""), new Pod("p2", 1000, 1024, 2, 1000, "")], reading.Trace!.Pods);
    }

    [Fact]
    public void Columns_may_come_in_any_order_with_others_between_and_models_may_be_left_out()
    {
        var reading = Read("\uFEFFmodel,GPU,extra,name,memory_mib,cpu_milli\r\nT4,1,x,n0,1,2\r\n", "gpu_milli,num_gpu,memory_mib,cpu_milli,name\n1000,1,3,4,p0\n");

        Assert.Empty(reading.Problems);
        Assert.Equal(new GpuNode("n0", 2, 1, 1, "T4"), Assert.Single(reading.Cluster!.Nodes));
        Assert.Equal(new Pod("p0", 4, 3, 1, 1000, ""), Assert.Single(reading.Trace!.Pods));
    }

    [Fact]
    public void All_faults_of_both_lists_are_told_at_once_with_their_lines_and_sound_rows_are_kept_where_asked()
    {
        const string nodes = "sn,cpu_milli,memory_mib,gpu,model\nn0,8000,16384,2,T4\nn0,8000,-1,2,\n,8000,x,99,T4\nn3,8000\n";
        const string pods = "name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec\np0,1,1,1,500,\np1,1,1,2,500,\np2,1,1,0,10,\np3,1,1,1,0,\np4,1,1.5,1,1001,T4|\np0,1,1,1,1000,\n";
        string[] expected =
        [
            "nodes.csv SD1626:3 memory_mib", "nodes.csv SD1628:3 sn", "nodes.csv SD1630:3 model", "nodes.csv SD1626:4 gpu", "nodes.csv SD1626:4 memory_mib", "nodes.csv SD1627:4 sn", "nodes.csv SD1624:5 ",
            "pods.csv SD1629:3 gpu_milli", "pods.csv SD1629:4 gpu_milli", "pods.csv SD1629:5 gpu_milli", "pods.csv SD1626:6 gpu_milli", "pods.csv SD1626:6 memory_mib", "pods.csv SD1630:6 gpu_spec", "pods.csv SD1628:7 name",
        ];

        var (refused, dropped) = (Read(nodes, pods), Read(nodes, pods, InvalidJobs.Drop));

        Assert.Null(refused.Cluster);
        Assert.Null(refused.Trace);
        Assert.Equal(expected, refused.Problems.Select(Told));
        Assert.Equal(expected, dropped.Dropped.Select(Told));
        Assert.Equal("n0", Assert.Single(dropped.Cluster!.Nodes).Name);
        Assert.Equal("p0", Assert.Single(dropped.Trace!.Pods).Name);
        Assert.All(refused.Problems, p => Assert.DoesNotContain('{', p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En));
    }

    [Fact]
    public void Lists_given_in_the_wrong_order_lack_their_columns()
    {
        var reading = Read(Pods, Nodes);

        Assert.Equal(["nodes.csv SD1622:1 gpu", "nodes.csv SD1622:1 model", "pods.csv SD1622:1 gpu_milli", "pods.csv SD1622:1 name", "pods.csv SD1622:1 num_gpu"], reading.Problems.Select(Told));
    }

    [Theory]
    [InlineData(Nodes, "name,cpu_milli,memory_mib,num_gpu,gpu_milli,name\n", "pods.csv SD1623:1 name")]
    [InlineData(Nodes, "name,cpu_milli,memory_mib,num_gpu,gpu_milli\np1,1,1,0,0\n", "pods.csv SD1631: ")]
    [InlineData("sn,cpu_milli,memory_mib,gpu,model\n", Pods, "nodes.csv SD1631: ")]
    [InlineData("", Pods, "nodes.csv SD1622:1 cpu_milli")]
    public void A_list_that_cannot_be_used_is_a_problem(string nodes, string pods, string expected) => Assert.Contains(expected, Read(nodes, pods).Problems.Select(Told));

    [Fact]
    public void More_models_than_there_are_bits_are_refused() =>
        Assert.Equal(["nodes.csv SD1632: model"], Read("sn,cpu_milli,memory_mib,gpu,model\n" + string.Join('\n', Enumerable.Range(0, 65).Select(i => $"n{i},1,1,1,m{i}")), Pods).Problems.Select(Told));

    [Fact]
    public void Files_that_are_not_there_are_both_told() =>
        Assert.Equal(["SD1620", "SD1620"], PodLists.Read("no-nodes.csv", "no-pods.csv", InvalidJobs.Refuse).Problems.Select(p => p.Code));

    [Fact]
    public void Five_thousand_mutilated_lists_give_problems_or_pods_that_can_be_placed()
    {
        var random = new Random(11);
        for (var round = 0; round < 5000; round++)
        {
            var (nodes, pods) = (Mutilated(Nodes, random), Mutilated(Pods, random));

            var reading = PodLists.Parse(("nodes.csv", nodes), ("pods.csv", pods), round % 2 == 0 ? InvalidJobs.Refuse : InvalidJobs.Drop);

            Assert.Equal(reading.Cluster is null, !reading.Problems.IsEmpty);
            if (reading is { Cluster: { } cluster, Trace: { } trace })
            {
                var solution = new PlacementExperiment(cluster, trace, 0.5).Run(PlacementPolicyKind.FragmentationGradient, round, TestContext.Current.CancellationToken);
                Assert.Empty(PlacementCheck.Of(cluster, trace, solution));
            }
        }
    }

    static byte[] Mutilated(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var k = random.Next(0, 4); k > 0; k--)
        {
            bytes[random.Next(text.Length)] = (byte)random.Next(256);
        }

        return bytes[..(random.Next(3) == 0 ? random.Next(bytes.Length + 1) : bytes.Length)];
    }

    static string Told(Problem problem) => $"{problem.File} {problem.Code}:{problem.Row} {problem.Column}";

    static PodListsReading Read(string nodes, string pods, InvalidJobs invalid = InvalidJobs.Refuse) =>
        PodLists.Parse(("nodes.csv", Encoding.UTF8.GetBytes(nodes)), ("pods.csv", Encoding.UTF8.GetBytes(pods)), invalid);
}
