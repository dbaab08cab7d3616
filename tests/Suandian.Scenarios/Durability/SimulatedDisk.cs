namespace Suandian.Scenarios.Durability;

/// <summary>A disk that keeps what was synced, and of later writes whatever chance decides, sector by sector.</summary>
/// <remarks>
/// A file that is new counts as named once it is written. A rename counts once its folder was synced; before that chance decides.
/// Contents and names of the index that SQLite maps into memory (-shm) never reach this disk; it is made anew from the log.
/// </remarks>
sealed class SimulatedDisk
{
    const int Sector = 512;

    readonly Dictionary<string, DiskFile> _files = [];
    readonly List<(string Folder, string From, string To)> _renames = [];

    /// <summary>A disk that holds the files of a folder, all of them durable.</summary>
    internal SimulatedDisk(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            _files.Add(path, new DiskFile { Durable = File.ReadAllBytes(path) });
        }
    }

    /// <summary>Takes in one request.</summary>
    internal void Take(DiskRequest request)
    {
        if (request.Kind is 'A' || request.Path.EndsWith("-shm", StringComparison.Ordinal))
        {
            return;
        }

        if (request.Kind == 'S' && Directory.Exists(request.Path))
        {
            _renames.RemoveAll(r => r.Folder == request.Path);
        }
        else if (request.Kind == 'S')
        {
            Of(request.Path).Sync();
        }
        else if (request.Kind == 'R')
        {
            Rename(request.Path, request.Text);
        }
        else if (request.Kind == 'U')
        {
            _files.Remove(request.Path);
        }
        else
        {
            Of(request.Path).Pending.Add(request);
        }
    }

    /// <summary>The files as they might be found after the power went at this moment.</summary>
    internal Dictionary<string, byte[]> Cut(Random random)
    {
        var lost = _renames.Where(_ => random.Next(2) == 0).ToDictionary(r => r.To, r => r.From);
        double luck = random.Next(4) switch { 0 => 0, 1 => 1, _ => random.NextDouble() };
        return _files.ToDictionary(f => lost.GetValueOrDefault(f.Key, f.Key), f => f.Value.Pending.Count == 0 ? f.Value.Durable : Torn(f.Value, luck, random));
    }

    DiskFile Of(string path)
    {
        if (!_files.TryGetValue(path, out var file))
        {
            _files.Add(path, file = new DiskFile());
        }

        return file;
    }

    void Rename(string from, string to)
    {
        if (_files.Remove(from, out var file))
        {
            _files[to] = file;
            _renames.Add((Path.GetDirectoryName(to)!, from, to));
        }
    }

    static byte[] Torn(DiskFile file, double luck, Random random)
    {
        byte[] bytes = file.Durable;
        foreach (var request in file.Pending)
        {
            if (request.Kind == 'T')
            {
                bytes = random.NextDouble() < luck ? DiskFile.Applied(bytes, request) : bytes;
                continue;
            }

            for (int at = 0; at < request.Data.Length;)
            {
                int length = (int)Math.Min(Sector - (request.Offset + at) % Sector, request.Data.Length - at);
                if (random.NextDouble() < luck)
                {
                    bytes = DiskFile.Applied(bytes, request with { Offset = request.Offset + at, Data = request.Data[at..(at + length)] }, isOwn: bytes != file.Durable);
                }

                at += length;
            }
        }

        return bytes;
    }

    sealed class DiskFile
    {
        internal byte[] Durable { get; set; } = [];

        internal List<DiskRequest> Pending { get; } = [];

        internal void Sync()
        {
            foreach (var request in Pending)
            {
                Durable = Applied(Durable, request);
            }

            Pending.Clear();
        }

        /// <summary>Contents after a request; the same array is written into where the caller owns it and it is long enough.</summary>
        internal static byte[] Applied(byte[] bytes, DiskRequest request, bool isOwn = false)
        {
            long length = request.Kind == 'T' ? request.Offset : Math.Max(bytes.Length, request.Offset + request.Data.Length);
            byte[] changed = isOwn && length == bytes.Length ? bytes : new byte[length];
            if (changed != bytes)
            {
                bytes.AsSpan(0, (int)Math.Min(length, bytes.Length)).CopyTo(changed);
            }

            request.Data.CopyTo(changed.AsSpan((int)(request.Kind == 'T' ? 0 : request.Offset)));
            return changed;
        }
    }
}
