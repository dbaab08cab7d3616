using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suandian.Operations.Storage;

/// <summary>programme.json: what the folder of a programme says about itself.</summary>
sealed record FolderSettings
{
    internal static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Version of the folder's layout.</summary>
    [JsonRequired]
    public required int Format { get; init; }

    /// <summary>File of the ledger in the folder, or a connection string without password.</summary>
    [JsonRequired]
    public required string Store { get; init; }
}
