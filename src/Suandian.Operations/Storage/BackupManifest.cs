using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suandian.Operations.Storage;

/// <summary>What a backup holds, with the SHA-256 of each part.</summary>
public sealed record BackupManifest
{
    internal static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    internal static readonly JsonSerializerOptions Indented = new(Written) { WriteIndented = true };

    /// <summary>Version of the layout.</summary>
    public required int Format { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Number of the last entry.</summary>
    public required long Number { get; init; }

    /// <summary>Its hash.</summary>
    public required string Hash { get; init; }

    /// <summary>Parts.</summary>
    public required ImmutableArray<BackupFile> Files { get; init; }
}

/// <summary>A part of a backup.</summary>
/// <param name="Path">Name in the archive.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">SHA-256, lower-case hexadecimal.</param>
public sealed record BackupFile(string Path, long Bytes, string Sha256);
