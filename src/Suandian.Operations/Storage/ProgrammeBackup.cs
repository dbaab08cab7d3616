using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Texts;

namespace Suandian.Operations.Storage;

/// <summary>A programme as one file: history, personal values and evidence of one moment, with the SHA-256 of each.</summary>
/// <remarks>
/// The rows are not in it, since the history amounts to them; so a backup moves between SQLite and PostgreSQL. It holds personal values in clear and
/// is readable by its owner alone.
/// </remarks>
public static class ProgrammeBackup
{
    const string HistoryName = "history.jsonl", SealsName = "seals.jsonl", EvidencePrefix = "evidence/", ManifestName = "manifest.json";

    /// <summary>Writes a backup, reads it back, and only then gives it its name.</summary>
    /// <param name="programme">The programme, which may be written to meanwhile.</param>
    /// <param name="path">The file.</param>
    /// <param name="at">Time that stands in it.</param>
    /// <returns>What it holds; null, with the findings of the audit, where the programme is not sound.</returns>
    public static (BackupManifest? Manifest, ImmutableArray<Problem> Problems) Write(ProgrammeFolder programme, string path, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(programme);
        var stored = programme.Store.Read();
        var problems = LedgerAudit.Check(stored, programme.Evidence.Hash);
        if (!problems.IsEmpty)
        {
            return (null, problems);
        }

        BackupManifest? manifest = null;
        DurableFile.Write(path, stream =>
        {
            manifest = Pack(stream, stored, programme.Evidence, at);
            stream.Position = 0;
            problems = Read(stream, path, _ => { }).Problems;
        }, isPrivate: true);
        return (manifest, problems);
    }

    /// <summary>Makes a programme from a backup in a folder that is free.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="store">Connection string of an empty PostgreSQL database without password; null for a SQLite file in the folder.</param>
    /// <returns>What was restored; null, with the problems, where the backup is not whole. Nothing is left behind then.</returns>
    /// <exception cref="StoreException">The database is away or not empty.</exception>
    public static (BackupManifest? Manifest, ImmutableArray<Problem> Problems) Restore(string path, string folder, string? store)
    {
        string aside = $"{System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder))}.partial-{Environment.ProcessId}";
        try
        {
            var evidence = new EvidenceFolder(System.IO.Path.Combine(aside, ProgrammeFolder.EvidenceName));
            using var stream = File.OpenRead(path);
            var reading = Read(stream, path, file => DurableFile.Write(evidence.PathOf(file.Id), target => target.Write(file.Bytes)));
            if (reading.Problems.IsEmpty)
            {
                ProgrammeFolder.Write(folder, store, ledger => ledger.Fill(reading.Stored!), aside);
            }

            return reading.Problems.IsEmpty ? (reading.Manifest, []) : (null, reading.Problems);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    static BackupManifest Pack(Stream stream, StoredLedger stored, EvidenceFolder evidence, DateTimeOffset at)
    {
        var files = new List<BackupFile>();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        void Put(string name, byte[] bytes)
        {
            using (var target = zip.CreateEntry(name).Open())
            {
                target.Write(bytes);
            }

            files.Add(new BackupFile(name, bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        Put(HistoryName, Lines(stored.Entries.Select(e => e.ToJson())));
        Put(SealsName, Lines(stored.Seals.Select(s => JsonSerializer.Serialize(s, BackupManifest.Written))));
        foreach (string id in EvidenceOf(stored))
        {
            Put(EvidencePrefix + id, evidence.Read(id)!);
        }

        var manifest = new BackupManifest
        {
            Format = 1, At = at, Number = stored.Entries.Count, Hash = stored.Entries.Count == 0 ? Entry.Origin : stored.Entries[^1].Hash, Files = [.. files],
        };
        using var last = zip.CreateEntry(ManifestName).Open();
        JsonSerializer.Serialize(last, manifest, BackupManifest.Indented);
        return manifest;
    }

    static IEnumerable<string> EvidenceOf(StoredLedger stored) => stored.Entries
        .Where(e => e.Register == Programme.Ledger.RegisterSchema.Evidence && e.Kind == EntryKind.Added).Select(e => e.Row).Distinct();

    static byte[] Lines(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));

    static (BackupManifest? Manifest, StoredLedger? Stored, ImmutableArray<Problem> Problems) Read(
        Stream stream, string path, Action<(string Id, byte[] Bytes)> keep)
    {
        var findings = new Findings();
        void Refuse(string what, string? name) => findings.Add(ProblemCode.LedgerBackup, new Source(System.IO.Path.GetFileName(path)).Whole, name,
            ("what", Phrases.Of("ledger.backup." + what)));
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var reader = new BackupReader(zip, Refuse);
            var stored = reader.Read(keep);
            var problems = findings.Sorted();
            return stored is null || !problems.IsEmpty ? (null, null, problems) : (reader.Manifest, stored, LedgerAudit.Check(stored, reader.HashOf));
        }
        catch (Exception mistake) when (mistake is InvalidDataException or JsonException)
        {
            Refuse("unreadable", null);
            return (null, null, findings.Sorted());
        }
    }

    /// <summary>Reads the parts of a backup and holds each against the manifest.</summary>
    sealed class BackupReader(ZipArchive zip, Action<string, string?> refuse)
    {
        readonly Dictionary<string, string> _hashes = [];

        internal BackupManifest? Manifest { get; private set; }

        internal string? HashOf(string id) => _hashes.GetValueOrDefault(EvidencePrefix + id);

        internal StoredLedger? Read(Action<(string Id, byte[] Bytes)> keep)
        {
            Manifest = zip.GetEntry(ManifestName) is { } last ? JsonSerializer.Deserialize<BackupManifest>(last.Open(), BackupManifest.Written) : null;
            if (Manifest is not { Format: 1 })
            {
                refuse(Manifest is null ? "unreadable" : "format", null);
                return null;
            }

            var parts = new Dictionary<string, byte[]>();
            foreach (var file in Manifest.Files)
            {
                byte[]? bytes = Part(file);
                if (bytes is null)
                {
                    refuse("part", file.Path);
                }
                else if (file.Path.StartsWith(EvidencePrefix, StringComparison.Ordinal) && file.Path == EvidencePrefix + file.Sha256)
                {
                    keep((file.Sha256, bytes));
                }
                else
                {
                    parts[file.Path] = bytes;
                }
            }

            return parts.TryGetValue(HistoryName, out byte[]? history) && parts.TryGetValue(SealsName, out byte[]? seals) ? Stored(history, seals) : null;
        }

        StoredLedger? Stored(byte[] history, byte[] seals)
        {
            Entry[] entries = [.. Split(history).Select(Entry.FromJson)];
            Seal[] values = [.. Split(seals).Select(line => JsonSerializer.Deserialize<Seal>(line, BackupManifest.Written)!)];
            if (entries.Length != Manifest!.Number || (entries.Length > 0 && entries[^1].Hash != Manifest.Hash))
            {
                refuse("head", null);
                return null;
            }

            var state = LedgerState.Replay(entries, _ => null);
            return new StoredLedger(entries, [.. state.AllRows().Select(StoredRow.Of).OrderBy(r => r.Added)], values);
        }

        byte[]? Part(BackupFile file)
        {
            if (zip.GetEntry(file.Path) is not { } entry || entry.Length != file.Bytes)
            {
                return null;
            }

            using var memory = new MemoryStream();
            using var source = entry.Open();
            source.CopyTo(memory);
            byte[] bytes = memory.ToArray();
            _hashes[file.Path] = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return _hashes[file.Path] == file.Sha256 ? bytes : null;
        }

        static string[] Split(byte[] lines) => Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
