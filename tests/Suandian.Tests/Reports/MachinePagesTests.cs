using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Suandian.Reports.Machines;
using Suandian.Reports.Page;
using Suandian.Scheduling;
using Suandian.Scheduling.Machines;

namespace Suandian.Reports;

public partial class MachinePagesTests
{
    static readonly Voice English = Voice.All.First(v => !v.IsChinese);

    [Fact]
    public void A_page_of_a_machine_says_everything_in_both_languages()
    {
        var (jobs, plans) = Plans(MachineTraces.Rich(1), MachineTraces.Mixed(1, 60));

        var files = MachineFiles.Of(jobs, plans).ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Bytes));

        var page = files["machine.html"];
        Assert.Equal(1 + 2 * plans.Length, files.Count);
        Assert.DoesNotMatch(OpenPlace(), page[page.IndexOf("</style>", StringComparison.Ordinal)..]);
        Assert.All(["功率、绿电与上限", "哪些运行被中断", "按板块", "When accelerators are used", "Runs that were stopped", "By partition", "Of 5 policies"], words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_part_of_a_run_is_a_block_in_the_row_of_its_node_and_blocks_do_not_overlap()
    {
        var (jobs, plans) = Plans(MachineTraces.Rich(2), MachineTraces.Mixed(2, 60));

        foreach (var plan in plans)
        {
            var picture = XDocument.Parse(new NodeGanttDrawing(jobs, plan, plans, English).Draw(1016).Markup);
            Box[] blocks = [.. picture.Descendants().Where(e => e.Name.LocalName == "rect" && e.Elements().FirstOrDefault()?.Value.StartsWith("job ", StringComparison.Ordinal) == true).Select(Box.Of)];

            Assert.Equal(Enumerable.Range(0, plan.Schedule.Count).Where(r => plan.Schedule.EndS[r] > plan.Schedule.StartS[r]).Sum(r => plan.Schedule.PlacedOf(r).Length), blocks.Length);
            var overlaps = blocks.SelectMany((a, i) => blocks.Skip(i + 1).Where(b => Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X) > 0.6 && Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y) > 0.1)); // 0.5 px is the least width of a block, 0.01 px the rounding
            Assert.Empty(overlaps);
        }
    }

    [Fact]
    public void Stopped_runs_are_counted_by_what_stopped_them()
    {
        var machine = new Machine { Name = "one", Nodes = [new MachineNode { Name = "n", Cpus = 2 }], Outages = [new MachineOutage { Node = "n", FromH = 1, ToH = 2 }], Sections = [new MachineSection { Name = "market", IsDefault = true, Preemptible = true }] };
        var trace = new JobTrace { Name = "t", Number = [1], SubmitS = [0], RunS = [7200], EstimateS = [7200], Processors = [1] };

        var (jobs, plans) = Plans(machine, trace, MachinePolicyKind.Fifo);

        var page = Encoding.UTF8.GetString(MachineFiles.Of(jobs, plans)[0].Bytes);
        // begun at 0 h, ended by the outage at 1 h with 1 h of one processor lost, begun again at 2 h and done at 4 h: 2 h of waiting
        Assert.Contains("<td>In order of arrival</td><td class=\"n\">0</td><td class=\"n\">0</td><td class=\"n\">1</td><td class=\"n\">0.0</td><td class=\"n\">0.0</td><td class=\"n\">1.0</td>", page, StringComparison.Ordinal);
        Assert.Contains("1 job waits 2 h on average on one (1 node)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Energy_and_carbon_are_told_in_the_unit_that_fits()
    {
        // one processor of 500 W for 2 h at PUE 1 and 400 g/kWh: 1 kWh and 0.4 kg
        var machine = new Machine { Name = "one", Nodes = [new MachineNode { Name = "n", Cpus = 1, CpuW = 500 }], Hours = [.. Enumerable.Range(0, 3).Select(h => new MachineHour { Hour = h, CarbonGPerKwh = 400 })] };
        var trace = new JobTrace { Name = "t", Number = [1], SubmitS = [0], RunS = [7200], EstimateS = [7200], Processors = [1] };
        var (jobs, plans) = Plans(machine, trace, MachinePolicyKind.Fifo);

        var page = Encoding.UTF8.GetString(MachineFiles.Of(jobs, plans)[0].Bytes);

        Assert.Contains("<th class=\"n\">energy kWh</th>", page, StringComparison.Ordinal);
        Assert.Contains("<th class=\"n\">carbon (place) g</th>", page, StringComparison.Ordinal);
        Assert.Contains("<td>In order of arrival</td><td class=\"n\">1.000</td><td class=\"n\">0.000</td><td class=\"n\">400.000</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_nodes_are_a_map_of_how_much_is_held()
    {
        var machine = Machine.Alike(NodeGanttDrawing.MostNodes + 1, 2);
        var (jobs, plans) = Plans(machine, Traces.Random(3, 50, 20), MachinePolicyKind.Fifo);

        var page = Encoding.UTF8.GetString(MachineFiles.Of(jobs, plans)[0].Bytes);

        Assert.Contains("data:image/png", page, StringComparison.Ordinal);
        Assert.Contains("When each node is used", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Power, green power and limit", page, StringComparison.Ordinal); // the machine tells no power
    }

    static (MachineJobs Jobs, MachinePlan[] Plans) Plans(Machine machine, JobTrace trace, params MachinePolicyKind[] policies)
    {
        (string Word, MachinePolicyKind Kind)[] known = [("fifo", MachinePolicyKind.Fifo), ("sjf", MachinePolicyKind.ShortestFirst), ("easy", MachinePolicyKind.Easy), ("conservative", MachinePolicyKind.Conservative), ("fair", MachinePolicyKind.FairShare)];
        var (jobs, faults) = MachineJobs.From(machine, trace);
        if (!faults.IsEmpty)
        {
            jobs = MachineJobs.From(machine, TraceSelection.Without(trace, faults.Select(f => f.Job).ToHashSet())).Jobs;
        }

        return (jobs, [.. known.Where(k => policies is [] || policies.Contains(k.Kind)).Select(k => (k.Word, Plan: MachineSimulator.Run(jobs, k.Kind, null, TestContext.Current.CancellationToken))).Select(p => new MachinePlan(p.Word, p.Plan, MachineMetrics.Of(jobs, p.Plan)))]);
    }

    readonly record struct Box(double X, double Y, double Right, double Bottom)
    {
        internal static Box Of(XElement rect)
        {
            double At(string name) => double.Parse(rect.Attribute(name)!.Value, CultureInfo.InvariantCulture);
            return new Box(At("x"), At("y"), At("x") + At("width"), At("y") + At("height"));
        }
    }

    [GeneratedRegex(@"\{[a-z_]+\}", RegexOptions.None, 1000)]
    private static partial Regex OpenPlace();
}
