using System.Collections.Immutable;

namespace Suandian.Scheduling.Machines;

/// <summary>Sections of jobs: as the trace says, else as the table of users says, else the section for jobs of which nobody says one.</summary>
sealed class SectionLookup(Machine machine, ImmutableArray<MachineSection> sections)
{
    readonly Dictionary<string, int> _ofName = Enumerable.Range(0, sections.Length).ToDictionary(i => sections[i].Name, StringComparer.Ordinal);
    readonly Dictionary<string, string> _ofUser = machine.Users.ToDictionary(u => u.User, u => u.Section, StringComparer.Ordinal);
    readonly int _others = sections.IndexOf(sections.FirstOrDefault(s => s.IsDefault)!);

    /// <summary>Finds the section of a job.</summary>
    /// <returns>Null where there is one.</returns>
    internal JobFault? Find(JobTrace trace, int job, out int section)
    {
        section = 0;
        if (machine.Sections.IsEmpty)
        {
            return null;
        }

        var name = trace.Section?[job] ?? (trace.User?[job] is { } user ? _ofUser.GetValueOrDefault(user) : null);
        if (name is null)
        {
            section = Math.Max(0, _others);
            return _others < 0 ? new JobFault(job, JobFaultKind.SectionMissing, trace.User?[job]) : null;
        }

        return _ofName.TryGetValue(name, out section) ? null : new JobFault(job, JobFaultKind.SectionUnknown, name);
    }

    /// <summary>Most processors and thousandths of accelerators that a section may hold.</summary>
    internal static (long Cpus, long Milli) Quota(MachineSection section, Machine machine)
    {
        var (cpus, accelerators) = (section.MaxCpus ?? long.MaxValue, section.MaxAccelerators is { } most ? (long)(most * Machine.Whole) : long.MaxValue);
        return (section.CpuSharePu is { } share ? Math.Min(cpus, (long)Math.Floor(share * machine.Cpus)) : cpus,
            section.AcceleratorSharePu is { } part ? Math.Min(accelerators, (long)Math.Floor(part * machine.Accelerators * Machine.Whole)) : accelerators);
    }
}
