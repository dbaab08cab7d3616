namespace Suandian.Cli.Commands.Cases;

/// <summary>Case folders the user may mean, for tab completion.</summary>
static class CaseFolders
{
    /// <summary>Folders that begin with the word, those with a case.yaml at once or one level below; without a final slash.</summary>
    internal static IEnumerable<string> Near(string? word)
    {
        word ??= "";
        var slash = word.LastIndexOf('/');
        var parent = slash < 0 ? "" : word[..(slash + 1)];
        var start = word[(slash + 1)..];
        var root = parent.Length == 0 ? "." : parent;
        if (!Directory.Exists(root))
        {
            return [];
        }

        return [.. Directory.EnumerateDirectories(root)
            .Where(folder => Path.GetFileName(folder).StartsWith(start, StringComparison.Ordinal))
            .Where(folder => !Path.GetFileName(folder).StartsWith('.'))
            .SelectMany(folder => IsCase(folder) ? [folder] : Directory.EnumerateDirectories(folder).Where(IsCase))
            .Select(folder => parent.Length == 0 ? Path.GetRelativePath(".", folder) : folder)
            .Order(StringComparer.Ordinal)];
    }

    static bool IsCase(string folder) => File.Exists(Path.Combine(folder, "case.yaml"));
}
