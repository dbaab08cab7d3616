using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Suandian.Reports.Feeders;

/// <summary>Writes an image of at most 256 colours. Source: W3C, Portable Network Graphics, second edition, sections 5, 9, 11 and annex D.</summary>
static class PalettePng
{
    const uint Polynomial = 0xEDB88320;

    /// <summary>The bytes of an image.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="cells">Colour of each cell, row by row.</param>
    /// <param name="palette">Colours.</param>
    internal static byte[] Write(int width, int height, byte[] cells, (byte R, byte G, byte B)[] palette)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 3); // eight bits, an index into the palette
        Chunk(file, "IHDR", head);
        Chunk(file, "PLTE", [.. palette.SelectMany(c => new[] { c.R, c.G, c.B })]);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0); // no filter
                zlib.Write(cells, row * width, width);
            }
        }

        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    static void Chunk(MemoryStream file, string name, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] all = [.. Encoding.ASCII.GetBytes(name), .. content];
        file.Write(all);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(all));
        file.Write(number);
    }

    static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? crc >> 1 ^ Polynomial : crc >> 1;
            }
        }

        return ~crc;
    }
}
