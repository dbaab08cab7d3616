using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suandian.Operations.Programme.Ledger.History;

/// <summary>How far a history had come at a time; kept elsewhere, it shows later whether that part is still the same.</summary>
public sealed record Anchor
{
    static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Number of the last entry, which is also how many there are.</summary>
    public required long Number { get; init; }

    /// <summary>Its hash.</summary>
    public required string Hash { get; init; }

    /// <summary>When the anchor was made, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The anchor as JSON.</summary>
    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Written), (byte)'\n'];

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no anchor.</exception>
    public static Anchor FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Anchor>(json, Written) ?? throw new JsonException("null is no anchor");
}
