using System.Collections.Immutable;
using Suandian.Cases;

namespace Suandian.Reports.Figures;

/// <summary>Where the numbers come from; nothing in it depends on the machine.</summary>
public sealed record Provenance
{
    /// <summary>Product and version, such as <c>Suandian 0.1.0</c>.</summary>
    public required string Product { get; init; }

    /// <summary>Solver and version.</summary>
    public required string Solver { get; init; }

    /// <summary>Command line, without paths of the machine.</summary>
    public required string Command { get; init; }

    /// <summary>Options that change results, name and value, sorted by name.</summary>
    public required ImmutableSortedDictionary<string, string> Options { get; init; }

    /// <summary>Files that were read, sorted by path.</summary>
    public required ImmutableArray<FileRead> FilesRead { get; init; }

    /// <summary>Time stamp given by the caller, ISO 8601; null where results must be byte-equal. Not part of any hash.</summary>
    public string? Created { get; init; }
}
