using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations.Storage;

/// <summary>The folder of a programme: where its ledger is kept, and its evidence files.</summary>
/// <remarks>One object serves one thread; several processes may work on one folder at the same time.</remarks>
public sealed class ProgrammeFolder
{
    internal const string SettingsFile = "programme.json", LedgerFile = "ledger.db", EvidenceName = "evidence";

    readonly TimeProvider _clock;

    ProgrammeFolder(string path, LedgerStore store, TimeProvider clock)
    {
        (Path, Store, _clock) = (path, store, clock);
        Evidence = new EvidenceFolder(System.IO.Path.Combine(path, EvidenceName));
        State = store.Load();
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>The database.</summary>
    public LedgerStore Store { get; }

    /// <summary>The evidence files.</summary>
    public EvidenceFolder Evidence { get; }

    /// <summary>The ledger as it was last loaded or written by this object.</summary>
    public LedgerState State { get; private set; }

    /// <summary>True where the folder of a path holds a programme.</summary>
    public static bool Is(string path) => File.Exists(System.IO.Path.Combine(path, SettingsFile));

    /// <summary>Opens the folder of a programme.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="clock">Clock for the times of entries.</param>
    /// <returns>The programme; null, with the problem, where the folder holds none.</returns>
    /// <exception cref="StoreException">The database is away, or a newer program wrote it.</exception>
    public static (ProgrammeFolder? Programme, ImmutableArray<Problem> Problems) Open(string path, TimeProvider clock)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        if (!Is(full) || Settings(full) is not { } settings)
        {
            var findings = new Findings();
            findings.Add(ProblemCode.LedgerFolder, new Source(path).Whole, path);
            return (null, findings.Sorted());
        }

        return (new ProgrammeFolder(full, LedgerStore.Open(AddressOf(full, settings.Store)), clock), []);
    }

    /// <summary>Makes a programme in a folder that is free.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="store">Connection string of a PostgreSQL database without password; null for a SQLite file in the folder.</param>
    /// <param name="request">First changes, as <see cref="ProgrammeTemplate.Changes"/> gives them.</param>
    /// <param name="clock">Clock for the times of entries.</param>
    /// <returns>Problems of the first changes; nothing is left behind where there are any.</returns>
    /// <exception cref="StoreException">The database is away or holds a ledger already.</exception>
    public static Recorded Create(string path, string? store, ChangeRequest request, TimeProvider clock)
    {
        var recorded = Recorder.Record(LedgerState.Empty, request, World(clock, _ => null));
        if (recorded.Problems.IsEmpty)
        {
            Write(path, store, ledger =>
            {
                if (!ledger.TryAppend(LedgerState.Empty, recorded))
                {
                    throw StoreException.Taken();
                }
            });
        }

        return recorded;
    }

    /// <summary>Makes the folder aside, has its ledger filled, then gives it its name.</summary>
    internal static void Write(string path, string? store, Action<LedgerStore> fill, string? aside = null)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        string scratch = aside ?? $"{full}.partial-{Environment.ProcessId}";
        try
        {
            DurableFile.MakeFolder(System.IO.Path.Combine(scratch, EvidenceName));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(scratch, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); // names and phones lie in it
            }

            fill(LedgerStore.Open(AddressOf(scratch, store ?? LedgerFile)));
            byte[] settings = JsonSerializer.SerializeToUtf8Bytes(new FolderSettings { Format = 1, Store = store ?? LedgerFile }, FolderSettings.Written);
            DurableFile.Write(System.IO.Path.Combine(scratch, SettingsFile), stream => stream.Write(settings));
            if (Directory.Exists(full))
            {
                Directory.Delete(full); // an empty one, as the caller has made sure
            }

            Directory.Move(scratch, full);
            DurableFile.SyncFolder(System.IO.Path.GetDirectoryName(full)!);
        }
        finally
        {
            if (Directory.Exists(scratch))
            {
                Directory.Delete(scratch, recursive: true);
            }
        }
    }

    /// <summary>Loads what others have written meanwhile.</summary>
    public void Reload() => State = Store.Load();

    /// <summary>Carries out a request; what it returns without problems is on the disk.</summary>
    /// <exception cref="StoreException">The database is away.</exception>
    public Recorded Record(ChangeRequest request)
    {
        var world = World(_clock, Evidence.Read);
        for (int tries = 0; tries < 100; tries++)
        {
            var recorded = Recorder.Record(State, request, world);
            if (recorded.Entries.IsEmpty || Store.TryAppend(State, recorded))
            {
                State = recorded.Entries.IsEmpty ? State : recorded.After;
                return recorded;
            }

            Reload(); // somebody else wrote first; the request meets the new state
        }

        throw StoreException.Busy();
    }

    /// <summary>What a request would come to; writes nothing.</summary>
    public Recorded Check(ChangeRequest request) => Recorder.Record(State, request, World(_clock, Evidence.Read));

    /// <summary>Stores a file as evidence and links it to rows.</summary>
    /// <param name="request">Who and why; its changes are not looked at.</param>
    /// <param name="file">The file.</param>
    /// <param name="kind">Kind of evidence as the schema lists it, also for a file that is stored already; empty for other, or for the kind it has.</param>
    /// <param name="rows">Rows it proves; none to store the file alone.</param>
    public (string Id, Recorded Recorded) AddEvidence(ChangeRequest request, string file, string kind, IReadOnlyCollection<RowAddress> rows)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(rows);
        var (id, bytes) = Evidence.Put(file);
        var values = ImmutableDictionary<string, string>.Empty.Add("file", System.IO.Path.GetFileName(file))
            .Add("bytes", bytes.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var add = new Change { Kind = ChangeKind.Add, Register = RegisterSchema.Evidence, Id = id, Values = kind.Length == 0 ? values : values.Add("kind", kind) };
        ImmutableArray<Change> links = [.. rows.Select(row => new Change
        {
            Kind = ChangeKind.Change, Register = row.Register, Id = row.Id,
            Values = ImmutableDictionary<string, string>.Empty.Add(RegisterSchema.Evidence, Linked(row, id)),
        })];
        ImmutableArray<Change> stored = State.Row(RegisterSchema.Evidence, id) is null ? [add]
            : kind.Length == 0 ? [] : [add with { Kind = ChangeKind.Change, Values = ImmutableDictionary<string, string>.Empty.Add("kind", kind) }];
        return (id, Record(request with { Changes = [.. stored, .. links] }));
    }

    /// <summary>Takes the personal values of a person out of the ledger for good, in every row that bears the same code or number.</summary>
    /// <param name="request">Who and why; its changes are not looked at.</param>
    /// <param name="row">A row of the person, also one that was taken out.</param>
    /// <remarks>Figures and history stay. Evidence files and earlier backups are not touched.</remarks>
    public Recorded Erase(ChangeRequest request, RowAddress row)
    {
        ArgumentNullException.ThrowIfNull(request);
        var changes = Erasure.Changes(Store.Read(), row, RandomNumberGenerator.GetBytes(8));
        Reload();
        var recorded = Record(request with { Changes = changes.IsEmpty ? [new Change { Kind = ChangeKind.Erase, Register = row.Register, Id = row.Id }] : changes });
        if (!recorded.Entries.IsEmpty)
        {
            Store.Scrub();
        }

        return recorded;
    }

    /// <summary>Everything that is not as it was written.</summary>
    /// <param name="anchor">An earlier anchor to hold the history against.</param>
    public ImmutableArray<Problem> Audit(Anchor? anchor = null) => LedgerAudit.Check(Store.Read(), Evidence.Hash, anchor);

    /// <summary>How far the history has come.</summary>
    public Anchor Anchor() => new() { Number = State.Head, Hash = State.HeadHash, At = _clock.GetUtcNow() };

    /// <summary>The address of the ledger of a folder as its settings name it.</summary>
    internal static StoreAddress AddressOf(string folder, string store) =>
        StoreAddress.IsConnection(store) ? StoreAddress.PostgreSql(store) : StoreAddress.Sqlite(System.IO.Path.Combine(folder, store));

    string Linked(RowAddress row, string id) =>
        string.Join(';', (State.Row(row)?.Evidence ?? []).Append(id).Distinct());

    static Circumstances World(TimeProvider clock, Func<string, byte[]?> file) =>
        new(clock.GetUtcNow(), () => RandomNumberGenerator.GetBytes(16), file);

    static FolderSettings? Settings(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<FolderSettings>(File.ReadAllBytes(System.IO.Path.Combine(folder, SettingsFile)), FolderSettings.Written);
        }
        catch (JsonException)
        {
            return null; // the caller says that the folder holds no programme
        }
    }
}
