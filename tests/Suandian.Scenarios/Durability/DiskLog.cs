using System.Text;

namespace Suandian.Scenarios.Durability;

/// <summary>What a process asked of the disk, in order, as disklog.c recorded it.</summary>
/// <param name="Kind">W write, T truncate, S sync, R rename, U unlink, A acknowledged.</param>
/// <param name="Path">File; empty for what was acknowledged.</param>
/// <param name="Offset">Offset of a write; new size of a truncation.</param>
/// <param name="Data">Bytes of a write or acknowledgement; new path of a rename.</param>
sealed record DiskRequest(char Kind, string Path, long Offset, byte[] Data)
{
    internal string Text => Encoding.UTF8.GetString(Data);

    /// <summary>Reads a log; a record at its end that is not whole is left out.</summary>
    internal static List<DiskRequest> Read(string file)
    {
        var requests = new List<DiskRequest>();
        using var reader = new BinaryReader(File.OpenRead(file));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            char kind = (char)reader.ReadByte();
            string path = Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadInt32()));
            long offset = reader.ReadInt64(), length = reader.ReadInt64();
            requests.Add(new DiskRequest(kind, path, offset, kind is 'W' or 'A' or 'R' ? reader.ReadBytes((int)length) : []));
        }

        return requests;
    }
}
