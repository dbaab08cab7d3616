using System.Security.Cryptography;

namespace Suandian.Scenarios;

/// <summary>The files of a sweep by their bytes.</summary>
static class SweepFiles
{
    /// <summary>SHA-256 of every file but those of Slurm, by path.</summary>
    internal static SortedDictionary<string, string> Hashes(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(file => !file.Name.StartsWith("slurm/", StringComparison.Ordinal))
            .ToDictionary(file => file.Name, file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.File)))),
        StringComparer.Ordinal);
}
