using System.Text;

namespace Suandian.Cases.Tables;

/// <summary>Bytes of a text file as UTF-8, whichever of the usual encodings they are in.</summary>
public static class TextDecoding
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>GB18030 (GBK and GB 2312 are parts of it), refusing what is no text.</summary>
    static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>UTF-8 without byte order mark; null where the bytes are neither UTF-8, UTF-16 with mark, nor GB18030.</summary>
    /// <param name="bytes">Content of the file.</param>
    public static ReadOnlyMemory<byte>? ToUtf8(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ReadOnlySpan<byte> start = bytes;
        if (start.StartsWith("\uFEFF"u8))
            return IsUtf8(start) ? bytes.AsMemory(3) : null;
        if (start.StartsWith([(byte)0xFF, (byte)0xFE]))
            return StrictUtf8.GetBytes(Encoding.Unicode.GetString(start[2..]));
        if (start.StartsWith([(byte)0xFE, (byte)0xFF]))
            return StrictUtf8.GetBytes(Encoding.BigEndianUnicode.GetString(start[2..]));
        if (start.Contains((byte)0))
            return null;
        return IsUtf8(start) ? bytes.AsMemory() : FromGb18030(bytes);
    }

    static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    static ReadOnlyMemory<byte>? FromGb18030(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetBytes(Gb18030.GetString(bytes));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
