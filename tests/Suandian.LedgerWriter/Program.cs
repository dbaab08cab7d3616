using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;

namespace Suandian.LedgerWriter;

/// <summary>
/// Writes visits into the ledger of a folder, one commit each, and says on standard output what is on the disk: <c>number hash evidence</c>.
/// Tests kill it, or record what it asks of the disk.
/// </summary>
/// <remarks>Arguments: folder, synchronous (FULL, NORMAL, OFF), most commits, how many commits there are to one evidence file.</remarks>
static class Program
{
    static int Main(string[] args)
    {
        var (folder, synchronous) = (args[0], args[1]);
        int most = int.Parse(args[2], CultureInfo.InvariantCulture), each = int.Parse(args[3], CultureInfo.InvariantCulture);
        var store = LedgerStore.Open(ProgrammeFolder.AddressOf(folder, ProgrammeFolder.LedgerFile) with { Synchronous = synchronous });
        var evidence = new EvidenceFolder(Path.Combine(folder, ProgrammeFolder.EvidenceName));
        using var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        var state = store.Load();
        for (int i = 0; i < most; i++)
        {
            string file = i % each == 0 ? Stored(evidence) : "";
            var recorded = Recorder.Record(state, Request(file, evidence), new Circumstances(
                TimeProvider.System.GetUtcNow(), () => RandomNumberGenerator.GetBytes(16), evidence.Read));
            if (!recorded.Problems.IsEmpty)
            {
                return 2;
            }

            if (!store.TryAppend(state, recorded))
            {
                state = store.Load();
                continue;
            }

            state = recorded.After;
            output.Write(Encoding.ASCII.GetBytes($"{state.Head} {state.HeadHash} {file}\n"));
        }

        return 0;
    }

    static string Stored(EvidenceFolder evidence)
    {
        string scan = Path.Combine(Path.GetTempPath(), $"suandian-scan-{Guid.NewGuid():N}");
        File.WriteAllText(scan, string.Concat(Enumerable.Repeat(Guid.NewGuid().ToString("N"), 50)));
        string id = evidence.Put(scan).Id;
        File.Delete(scan);
        return id;
    }

    static ChangeRequest Request(string file, EvidenceFolder evidence)
    {
        var values = ImmutableDictionary<string, string>.Empty.Add("date", "2024-05-06").Add("activity", "study_tour")
            .Add("person", Guid.NewGuid().ToString("N")).Add("level", "undergraduate").Add("name", "联系人甲");
        var visit = new Change { Kind = ChangeKind.Add, Register = "visits", Values = file.Length == 0 ? values : values.Add("evidence", file) };
        ImmutableArray<Change> scan = file.Length == 0 ? [] :
        [
            new Change
            {
                Kind = ChangeKind.Add, Register = "evidence", Id = file,
                Values = ImmutableDictionary<string, string>.Empty.Add("file", "scan").Add("bytes", new FileInfo(evidence.PathOf(file)).Length.ToString(CultureInfo.InvariantCulture)),
            },
        ];
        return new ChangeRequest { By = "owner", Why = "test", Changes = [.. scan, visit] };
    }
}
