using System.Buffers.Binary;

namespace Suandian.Operations.Programme.Previews;

/// <summary>Width and height of a picture from its head, without drawing it.</summary>
/// <remarks>Sources: PNG, ISO/IEC 15948, IHDR; GIF89a, logical screen descriptor; JPEG, ITU-T T.81, table B.1 (SOF markers) and B.2.2.</remarks>
static class PictureSize
{
    /// <summary>Pixels; null where the bytes are no PNG, GIF or JPEG.</summary>
    internal static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 24 && bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            return (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        }

        if (bytes.Length >= 10 && bytes.StartsWith("GIF8"u8))
        {
            return (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        }

        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? Jpeg(bytes) : null;
    }

    /// <summary>Segment after segment, FF, marker, length, up to a start of frame: C0 to CF without C4, C8 and CC.</summary>
    static (int Width, int Height)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (int at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]))
        {
            if (bytes[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }
        }

        return null;
    }
}
