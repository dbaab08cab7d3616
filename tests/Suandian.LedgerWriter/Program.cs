using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Suandian.Operations.Programme.Ledger.Recording;
using Suandian.Operations.Storage;

namespace Suandian.LedgerWriter;

/// <summary>
/// Writes visits into the ledgers of some folders, each with a thread of its own, one commit a visit, and says on standard output what is on the disk:
/// <c>number hash evidence folder</c>, the folder by its place among the arguments. Tests kill it, or record what it asks of the disk.
/// </summary>
/// <remarks>Arguments: synchronous (FULL, NORMAL, OFF), most commits a folder, how many commits there are to one evidence file, folders.</remarks>
static class Program
{
    static int Main(string[] args)
    {
        int most = int.Parse(args[1], CultureInfo.InvariantCulture), each = int.Parse(args[2], CultureInfo.InvariantCulture);
        using var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        int refused = 0;
        Thread[] writers = [.. args[3..].Select((folder, i) => new Thread(() =>
        {
            if (!Write(folder, args[0], (most, each), said => Say(output, $"{said} {i.ToString(CultureInfo.InvariantCulture)}\n")))
            {
                Interlocked.Increment(ref refused);
            }
        }))];
        Array.ForEach(writers, writer => writer.Start());
        Array.ForEach(writers, writer => writer.Join());
        return refused == 0 ? 0 : 2;
    }

    static void Say(FileStream output, string line)
    {
        lock (output)
        {
            output.Write(Encoding.ASCII.GetBytes(line));
        }
    }

    /// <summary>Writes into one ledger; false where a visit is refused.</summary>
    static bool Write(string folder, string synchronous, (int Most, int Each) commits, Action<string> say)
    {
        var store = LedgerStore.Open(ProgrammeFolder.AddressOf(folder, ProgrammeFolder.LedgerFile) with { Synchronous = synchronous });
        var evidence = new EvidenceFolder(Path.Combine(folder, ProgrammeFolder.EvidenceName));
        var state = store.Load();
        for (int i = 0; i < commits.Most; i++)
        {
            string file = i % commits.Each == 0 ? Stored(evidence) : "";
            var recorded = Recorder.Record(state, Request(file, evidence), new Circumstances(
                TimeProvider.System.GetUtcNow(), () => RandomNumberGenerator.GetBytes(16), evidence.Read));
            if (!recorded.Problems.IsEmpty)
            {
                return false;
            }

            if (!store.TryAppend(state, recorded))
            {
                state = store.Load();
                continue;
            }

            state = recorded.After;
            say($"{state.Head.ToString(CultureInfo.InvariantCulture)} {state.HeadHash} {file}");
        }

        return true;
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
