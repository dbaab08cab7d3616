using System.Collections.Immutable;
using Suandian.Cases.Checks;
using Suandian.Cases.Tables;
using Suandian.Scheduling.Machines;

namespace Suandian.Cases.Machines;

/// <summary>Reads the tables of a machine: text, cells, references, then sense.</summary>
sealed class MachineReader(string path, Findings findings)
{
    const int MostMiB = 64; // of a file of nodes

    readonly List<CellReadAs> _readAs = [];

    internal Machine? Read()
    {
        var schemas = TableSchema.OfMachine.ToImmutableArray();
        var tables = Directory.Exists(path) ? new FolderReader(path, findings, _readAs, "").ReadTables(schemas, []) : File();
        if (!tables.ContainsKey("nodes"))
        {
            return null;
        }

        var raw = new RawCase
        {
            Settings = new RawSettings(new Source(path), []),
            Understood = null,
            Tables = tables,
            Series = ImmutableDictionary<string, LoadedSeries>.Empty,
        };
        var reader = new TableReader(findings, _readAs);
        ImmutableArray<Row<T>> Rows<T>(string table) => tables.TryGetValue(table, out var text) ? reader.Read<T>(text) : [];
        var read = new MachineTables(Rows<MachineNode>("nodes"), Rows<MachineOutage>("outages"), Rows<MachineHour>("hours"), Rows<MachineSection>("sections"), Rows<MachineUser>("users"));
        var seen = new CheckedCase(raw, new CaseTables { Raw = tables }, findings);
        ReferenceChecks.Run(seen, schemas, _ => []);
        MachineChecks.Run(seen, read);
        static ImmutableArray<T> Plain<T>(ImmutableArray<Row<T>> rows) => [.. rows.Select(r => r.Record)];
        return new Machine
        {
            Name = Path.GetFileNameWithoutExtension(path.TrimEnd(Path.DirectorySeparatorChar)),
            Nodes = Plain(read.Nodes),
            Outages = Plain(read.Outages),
            Hours = Plain(read.Hours),
            Sections = Plain(read.Sections),
            Users = Plain(read.Users),
        };
    }

    /// <summary>A file of nodes alone.</summary>
    ImmutableDictionary<string, RawTable> File()
    {
        var none = ImmutableDictionary<string, RawTable>.Empty;
        if (UserFile.Bytes(path, MostMiB, (ProblemCode.MachineMissing, ProblemCode.MachineUnreadable), findings) is not { } bytes)
        {
            return none;
        }

        var source = new Source(Path.GetFileName(path));
        if (TextDecoding.ToUtf8(bytes) is not { } utf8)
        {
            findings.Add(ProblemCode.Encoding, source.Whole, null);
            return none;
        }

        var sheet = Csv.Read(utf8);
        foreach (var line in sheet.BrokenLines)
        {
            findings.Add(ProblemCode.BrokenQuotes, source.At(line), null);
        }

        if (sheet.OtherSeparator is { } separator)
        {
            findings.Add(ProblemCode.Separator, source.At(1), null, ("separator", separator));
            return none;
        }

        return none.Add("nodes", new RawTable(TableSchema.Of("nodes"), source, sheet.Header, sheet.Rows));
    }
}

/// <summary>All tables of a machine with the place of every row.</summary>
sealed record MachineTables(
    ImmutableArray<Row<MachineNode>> Nodes, ImmutableArray<Row<MachineOutage>> Outages, ImmutableArray<Row<MachineHour>> Hours,
    ImmutableArray<Row<MachineSection>> Sections, ImmutableArray<Row<MachineUser>> Users);
