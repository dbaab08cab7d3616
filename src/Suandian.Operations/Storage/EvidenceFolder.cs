using System.Security.Cryptography;

namespace Suandian.Operations.Storage;

/// <summary>Evidence files beside a ledger, each stored once under its SHA-256.</summary>
public sealed class EvidenceFolder
{
    readonly string _folder;

    /// <summary>The folder of a path, which need not exist.</summary>
    public EvidenceFolder(string path) => _folder = path;

    /// <summary>Where the file of an id lies, whether or not it is there.</summary>
    public string PathOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Path.Combine(_folder, id[..2], id);
    }

    /// <summary>Stores a file; one with the same bytes is stored already.</summary>
    /// <param name="path">The file.</param>
    /// <returns>SHA-256 and size in bytes.</returns>
    public (string Id, long Bytes) Put(string path)
    {
        using var source = File.OpenRead(path);
        string id = Convert.ToHexStringLower(SHA256.HashData(source));
        if (Hash(id) != id)
        {
            source.Position = 0;
            DurableFile.Write(PathOf(id), source.CopyTo);
        }

        return (id, source.Length);
    }

    /// <summary>Bytes of a file; null where there is none.</summary>
    public byte[]? Read(string id) => IsId(id) && File.Exists(PathOf(id)) ? File.ReadAllBytes(PathOf(id)) : null;

    /// <summary>SHA-256 of the file that lies under an id; null where there is none.</summary>
    public string? Hash(string id)
    {
        if (!IsId(id) || !File.Exists(PathOf(id)))
        {
            return null;
        }

        using var stream = File.OpenRead(PathOf(id));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    static bool IsId(string id) => id.Length == 64 && id.All(char.IsAsciiHexDigitLower);
}
