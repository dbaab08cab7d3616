using Suandian.Scheduling;

namespace Suandian.Cases;

public sealed class MachineFolderTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("suandian-machine-").FullName;

    readonly string _logs = Directory.CreateTempSubdirectory("suandian-logs-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_logs, recursive: true);
    }

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
        Assert.Equal([.. codes.Zip(["2", "3", "4", "5", "6", "7"]), (ProblemCode.MachineJobPower, "7"), (ProblemCode.MachineJobPower, "8"), (ProblemCode.MachineHoursShort, "1")], refused.Problems.Select(p => (p.Code, p.Value!)).OrderBy(p => p.Item1 == ProblemCode.MachineHoursShort).ThenBy(p => p.Item2));
        Assert.Equal([ProblemCode.MachineHoursShort], late.Problems.Select(p => p.Code));
        Assert.Equal((0, 8, 2), (dropped.Problems.Length, dropped.Dropped.Length, dropped.Jobs!.Trace.Count));
    }

    [Fact]
    public void Faults_of_the_log_and_of_the_log_against_the_machine_are_told_at_once_with_the_lines_of_the_log()
    {
        Write("nodes.csv", "name,count,cpus,partitions,accelerators,chip\nn,2,4,p,1,910b\n");
        Write("sections.csv", "name,is_default,max_cpus\n科研,no,2\nguest,yes,\n");
        Log("jobs.csv", "job,submit_s,run_s,cpus,nodes,partition,chip,section,accelerators\na,0,10,8,,p,,科研,\nb,1,-1,5,1,q,x,,\nc,2,10,2,,p,,科研,\nd,3,10,9,,q,,军队,\ne,4,10,5,1,p,,,1.5\nf,5,half,1,,p,,guest,\ng,6,10,5,1,p,,,\n");
        var machine = MachineFolder.Read(_folder).Machine!;
        string[] expected = ["SD1706:2", "SD1605:3", "SD1700:3", "SD1701:3", "SD1607:5", "SD1700:5", "SD1704:5", "SD1702:6", "SD1722:7", "SD1703:8"];

        var refused = MachineFolder.ReadJobs(Path.Combine(_logs, "jobs.csv"), machine, new JobLogOptions());
        var dropped = MachineFolder.ReadJobs(Path.Combine(_logs, "jobs.csv"), machine, new JobLogOptions { Invalid = InvalidJobs.Drop });

        Assert.Equal(expected, refused.Problems.Select(p => $"{p.Code}:{p.Row}"));
        Assert.Equal(expected, dropped.Dropped.Select(p => $"{p.Code}:{p.Row}"));
        Assert.Equal("c", dropped.Jobs!.Trace.NameOf(0));
        Assert.Equal(1, dropped.Jobs.Trace.Count);
        Assert.All(refused.Problems, p => Assert.DoesNotContain('{', p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En));
    }

    [Theory]
    [InlineData("science,政府", "Science;政府;government;GOVERNMENT", "science;政府;政府;政府")]
    [InlineData("government,national,market", "政府;国家创新;Market;market", "government;national;market;market")]
    public void A_section_of_a_log_is_any_section_of_the_machine_in_upper_or_lower_case_and_in_both_languages(string sections, string told, string meant)
    {
        Write("nodes.csv", "name,cpus\nn,4\n");
        Write("sections.csv", "name\n" + string.Join('\n', sections.Split(',')) + "\n");
        Log("jobs.csv", "submit_s,run_s,cpus,section\n" + string.Concat(told.Split(';').Select(word => $"0,1,1,{word}\n")));
        Log("sacct.txt", "JobID|Submit|ElapsedRaw|AllocCPUS|Account\n" + string.Concat(told.Split(';').Select((word, i) => $"{i}|2026-03-02T08:00:00|1|1|{word}\n")));
        var machine = MachineFolder.Read(_folder).Machine!;

        Assert.All(["jobs.csv", "sacct.txt"], file =>
        {
            var jobs = MachineFolder.ReadJobs(Path.Combine(_logs, file), machine, new JobLogOptions()).Jobs!;
            Assert.Equal(meant.Split(';'), jobs.SectionOf.Select(s => jobs.Sections[s].Name));
        });
    }

    [Fact]
    public void A_machine_without_sections_leaves_the_three_of_the_programme()
    {
        Write("nodes.csv", "name,cpus\nn,4\n");
        Log("jobs.csv", "submit_s,run_s,cpus,section\n0,1,1,政府\n0,1,1,科研\n");

        Assert.Equal(["SD1726:3"], MachineFolder.ReadJobs(Path.Combine(_logs, "jobs.csv"), MachineFolder.Read(_folder).Machine!, new JobLogOptions()).Problems.Select(p => $"{p.Code}:{p.Row}"));
    }

    [Fact]
    public void A_job_of_which_nobody_says_a_section_is_told() =>
        Assert.Equal([ProblemCode.MachineJobSectionMissing], MachineFolder.Fit(
            Scheduling.Machines.Machine.Alike(1, 1) with { Sections = [new Scheduling.Machines.MachineSection { Name = "gov" }] }, Scheduling.Traces.Of([(0, 1, 1, 1)]), "log", InvalidJobs.Refuse).Problems.Select(p => p.Code));

    void Log(string file, string text) => File.WriteAllText(Path.Combine(_logs, file), text);

    void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
