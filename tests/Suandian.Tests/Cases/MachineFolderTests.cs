using Suandian.Scheduling;

namespace Suandian.Cases;

public sealed class MachineFolderTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("suandian-machine-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_of_tables_is_a_machine()
    {
        Write("nodes.csv", "name,partitions,count,cpus,memory_gib,accelerators,chip,idle_w,cpu_w,accelerator_w\ncpu,cpu,3,64,256,0,,200,3,\ngpu,gpu;cpu,2,96,1024,8,910b,0.8 kW,3,350\n");
        Write("sections.csv", "name,is_default,priority,preempts,preemptible,cpu_share_pu,checkpoint_every_s\ngovernment,no,10,market,no,,\nmarket,yes,0,,yes,50%,1800\n");
        Write("users.csv", "user,section\n7,government\n");
        Write("hours.csv", "hour,pue,power_limit_mw,price_yuan_per_kwh\n1,1.2,0.01,0.3\n2,1.25,,0.4\n");
        Write("outages.csv", "node,partition,from_h,to_h\ngpu-2,,1,2\n,cpu,5,6.5\n");

        var reading = MachineFolder.Read(_folder);

        Assert.Empty(reading.Problems);
        var machine = reading.Machine!;
        Assert.Equal((3 * 64 + 2 * 96, 16), (machine.Cpus, machine.Accelerators));
        Assert.Equal((800.0, 0.5, 2, 1.25), (machine.Nodes[1].IdleW, machine.Sections[1].CpuSharePu, machine.Hours.Length, machine.Hours[1].Pue));
        Assert.Equal(["market"], machine.Sections[0].Preempts);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_with_its_line()
    {
        Write("nodes.csv", "name,count,cpus,partitions\na,2,4,p\na-1,1,4,p\nb,1,0,p\n");
        Write("outages.csv", "node,partition,from_h,to_h\nz,,1,2\na,p,1,2\n,q,1,2\na-2,,5,4\n");
        Write("hours.csv", "hour,pue,green_mw\n1,1.2,5\n3,1.2,\n4,0.9,5\n");
        Write("sections.csv", "name,is_default,priority,preempts,preemptible,cpu_share_pu\ngov,yes,1,market;nat,no,1.5\nmarket,yes,1,,yes,\nnat,no,0,,no,\n");
        Write("users.csv", "user,section\nu,gov\nu,nowhere\n");

        var problems = MachineFolder.Read(_folder).Problems.Select(p => (p.File, p.Row, p.Code)).ToArray();

        Assert.Equal(
            [
                ("hours.csv", 3, ProblemCode.MachineHour), ("hours.csv", 3, ProblemCode.MachineHourGap), ("hours.csv", 4, ProblemCode.OutOfRange),
                ("nodes.csv", 3, ProblemCode.MachineNodeTwice), ("nodes.csv", 4, ProblemCode.OutOfRange),
                ("outages.csv", 2, ProblemCode.MachineOutagePlace), ("outages.csv", 3, ProblemCode.MachineOutagePlace), ("outages.csv", 4, ProblemCode.MachineOutagePlace), ("outages.csv", 5, ProblemCode.MachineOutageTimes),
                ("sections.csv", 2, ProblemCode.OutOfRange), ("sections.csv", 2, ProblemCode.MachinePreempts), ("sections.csv", 3, ProblemCode.MachineDefaultTwice),
                ("users.csv", 3, ProblemCode.UnknownReference), ("users.csv", 3, ProblemCode.MachineUserTwice),
            ],
            problems.Select(p => (p.File, p.Row!.Value, p.Code)));
    }

    [Fact]
    public void A_file_of_nodes_is_a_machine_and_a_missing_one_is_told()
    {
        Write("small.csv", "name,cpus\nn,8\n");

        Assert.Equal(8, MachineFolder.Read(Path.Combine(_folder, "small.csv")).Machine!.Cpus);
        Assert.Equal([ProblemCode.MachineMissing], MachineFolder.Read(Path.Combine(_folder, "none.csv")).Problems.Select(p => p.Code));
        Assert.Equal([ProblemCode.FileMissing], MachineFolder.Read(Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName).Problems.Select(p => p.Code));
    }

    [Fact]
    public void Jobs_that_the_machine_can_never_run_refuse_the_trace_or_are_left_out_by_number()
    {
        Write("nodes.csv", "name,cpus,partitions,accelerators,chip,cpu_w\nn,8,p,2,910b,1000\n");
        Write("sections.csv", "name,max_cpus\ngov,4\n");
        Write("hours.csv", "hour,power_limit_mw\n1,0.003\n");
        var machine = MachineFolder.Read(_folder).Machine!;
        var trace = Scheduling.Traces.Of([.. Enumerable.Repeat((0L, 10L, 10L, 1), 8), (7200L, 10L, 10L, 1)]) with
        {
            Processors = [1, 1, 1, 9, 1, 1, 5, 4, 1],
            AcceleratorMilli = [0, 0, 1500, 0, 0, 0, 0, 0, 0],
            Partition = JobLabels.From(["p", "q", "p", "p", "p", "p", "p", "p", "p"]),
            Chip = JobLabels.From([null, null, null, null, "x", null, null, null, null]),
            Section = JobLabels.From(["gov", "gov", "gov", "gov", "gov", "nobody", "gov", "gov", "gov"]),
        };
        string[] codes = [ProblemCode.MachineJobPartition, ProblemCode.MachineJobAccelerators, ProblemCode.MachineJobTooLarge, ProblemCode.MachineJobChip, ProblemCode.MachineJobSection, ProblemCode.MachineJobQuota, ProblemCode.MachineJobPower];

        var refused = MachineFolder.Fit(machine, trace, "log", InvalidJobs.Refuse);
        var late = MachineFolder.Fit(machine, trace, "log", InvalidJobs.Drop);
        var dropped = MachineFolder.Fit(machine with { Hours = [.. machine.Hours, .. machine.Hours, .. machine.Hours] }, trace, "log", InvalidJobs.Drop);

        Assert.Null(refused.Jobs);
        Assert.Equal([.. codes.Zip(["2", "3", "4", "5", "6", "7", "8"]), (ProblemCode.MachineHoursShort, "1")], refused.Problems.Select(p => (p.Code, p.Value!)).OrderBy(p => p.Item1 == ProblemCode.MachineHoursShort).ThenBy(p => p.Item2));
        Assert.Equal([ProblemCode.MachineHoursShort], late.Problems.Select(p => p.Code));
        Assert.Equal((0, 7, 2), (dropped.Problems.Length, dropped.Dropped.Length, dropped.Jobs!.Trace.Count));
    }

    [Fact]
    public void A_job_of_which_nobody_says_a_section_is_told() =>
        Assert.Equal([ProblemCode.MachineJobSectionMissing], MachineFolder.Fit(
            Scheduling.Machines.Machine.Alike(1, 1) with { Sections = [new Scheduling.Machines.MachineSection { Name = "gov" }] }, Scheduling.Traces.Of([(0, 1, 1, 1)]), "log", InvalidJobs.Refuse).Problems.Select(p => p.Code));

    void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
