using System.Text;
using Suandian.Scheduling.Shifting;

namespace Suandian.Cases;

public class ShiftClustersFileTests
{
    [Fact]
    public void Clusters_are_read_by_column_name_with_their_units()
    {
        var clusters = Read("series,name,bandwidth_gbit_per_s,cpus,pue,qualifications\nh.csv,A,2,8,1.2,政务;green\nh.csv,B,,,,\n").Clusters;

        Assert.Equal(["A", "B"], clusters.Select(c => c.Name));
        Assert.Equal((8, 900.0), (clusters[0].CapacityCpus, clusters[0].DataGbPerH)); // 2 Gbit/s · 3600 s / 8
        Assert.Equal([1.2], clusters[0].Series.Pue!);
        Assert.Equal(["政务", "green"], clusters[0].Qualifications);
        Assert.Equal((null, null, 0.0), (clusters[1].CapacityCpus, clusters[1].DataGbPerH, clusters[1].LatencyMs));
        Assert.Null(clusters[1].Series.Pue);
    }

    [Fact]
    public void All_faults_of_clusters_and_of_their_hours_are_told_at_once_with_their_lines()
    {
        var problems = Read("name,series,cpus,pue,latency_ms,colour\nA,h.csv,1.5,0.9,x,\nA,h.csv,4,1.1,1,\n,h.csv,4,,,\nB,long.csv,4,,,\nC,pue.csv,4,1.1,,\nD,,1,,,\nE,wrong.csv,1\n").Problems;

        Assert.Equal(
            [
                "SD1661:1 colour", "SD1662:2 cpus", "SD1662:2 latency_ms", "SD1662:2 pue", "SD1663:3 name", "SD1665:4 name", "SD1667:5 series", "SD1666:6 pue", "SD1665:7 series", "SD0106:8 ",
            ],
            problems.Select(p => $"{p.Code}:{p.Row} {p.Column}"));
        Assert.All(problems, p => Assert.DoesNotContain('{', p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En));
        Assert.Equal(["SD1660", "SD1664"], Read("name\n").Problems.Select(p => p.Code).Order());
        Assert.Equal(["SD1671"], Read("name,series\nA,wrong.csv\n").Problems.Select(p => p.Code));
    }

    [Fact]
    public void What_jobs_ask_is_read_and_all_that_is_wrong_with_it_is_told_with_its_line()
    {
        const string Jobs = "arrival_time,length,cpus,data_gb,latency_limit_ms,qualifications,section,clusters\n0,60,1,2,9,green,政府,B;A\n0,60,1,-1,,,,\n0,60,1,,x,,军队,W;Z\n0,60,1,,,,,Z\n0,60,9,,,,,\n0,60,1,,,,,\n";
        var clusters = Read("name,series,cpus,latency_ms,qualifications\nA,h.csv,8,1,green\nB,h.csv,4,5,green\n").Clusters;
        var fit = new ShiftFit(new ShiftOptions(), 48) { Clusters = clusters };

        var refused = ShiftTraceFile.Parse(Encoding.UTF8.GetBytes(Jobs), "jobs.csv", fit, InvalidJobs.Refuse);
        var trace = ShiftTraceFile.Parse(Encoding.UTF8.GetBytes(Jobs), "jobs.csv", fit, InvalidJobs.Drop).Trace!;

        Assert.Equal(["SD1725:3 data_gb", "SD1669:4 clusters", "SD1725:4 latency_limit_ms", "SD1726:4 section", "SD1669:5 clusters", "SD1668:6 "], refused.Problems.Select(p => $"{p.Code}:{p.Row} {p.Column}"));
        Assert.Contains("A: too few processors; B: too few processors", refused.Problems[5].Expected.En, StringComparison.Ordinal);
        Assert.Equal((2.0, 9.0, "government"), (trace.Demands[0].DataGb, trace.Demands[0].LatencyLimitMs, trace.Demands[0].Section));
        Assert.Equal(["B", "A"], trace.Demands[0].Named);
        Assert.Equal((2, 0.0, null), (trace.Count, trace.Demands[1].DataGb, trace.Demands[1].LatencyLimitMs));
    }

    [Fact]
    public void A_file_of_hours_that_is_not_there_is_told_once() =>
        Assert.Equal(["SD1640"], ShiftClustersFile.Parse(Encoding.UTF8.GetBytes("name,series\nA,none.csv\nB,none.csv\n"), "c.csv", name => ShiftSeriesFile.Read("/no/such/" + name, ShiftGoal.Carbon)).Problems.Select(p => p.Code));

    [Fact]
    public void Two_thousand_mutilated_files_give_problems_or_clusters()
    {
        var sound = Encoding.UTF8.GetBytes("name,series,cpus,pue,latency_ms,data_yuan_per_gb\nA,h.csv,8,1.2,3,0.5\nB,h.csv,4,,,\n");
        var random = new Random(4);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = (byte[])sound.Clone();
            for (var k = random.Next(1, 5); k > 0; k--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var reading = ShiftClustersFile.Parse(bytes[..random.Next(bytes.Length + 1)], "c.csv", Hours);

            Assert.Equal(reading.Clusters.IsEmpty, reading.Problems.Any(p => p.Severity == Severity.Error));
        }
    }

    static ShiftClustersReading Read(string text) => ShiftClustersFile.Parse(Encoding.UTF8.GetBytes(text), "clusters.csv", Hours);

    static ShiftSeriesReading Hours(string name)
    {
        var (header, rows, value) = name switch { "pue.csv" => (",pue", 48, ",1.1"), "wrong.csv" => (",pue", 1, ",0.5"), "long.csv" => ("", 50, ""), _ => ("", 48, "") };
        var text = $"hour,carbon_g_per_kwh{header}\n" + string.Concat(Enumerable.Range(1, rows).Select(h => $"{h},100{value}\n"));
        return ShiftSeriesFile.Parse(Encoding.UTF8.GetBytes(text), name, ShiftGoal.Carbon);
    }
}
