using System.Buffers.Binary;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>Width and height of a PNG picture in pixels, from its first chunk (ISO/IEC 15948, IHDR).</summary>
static class PngSize
{
    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Size of a picture.</summary>
    /// <exception cref="ArgumentException">The bytes are no PNG file.</exception>
    internal static (int Width, int Height) Of(ReadOnlySpan<byte> png)
    {
        if (png.Length < 24 || !png.StartsWith(Signature))
        {
            throw new ArgumentException("the picture is no PNG file", nameof(png));
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
        return width > 0 && height > 0 ? (width, height) : throw new ArgumentException($"the picture has {width} by {height} pixels", nameof(png));
    }
}
