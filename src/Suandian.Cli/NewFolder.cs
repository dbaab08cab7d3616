using System.CommandLine;

namespace Suandian.Cli;

/// <summary>Fills a folder that is not there yet: written aside, then renamed, so that it is complete or absent.</summary>
static class NewFolder
{
    /// <summary>True where the path is free or an empty folder.</summary>
    internal static bool IsFree(string path) =>
        !File.Exists(path) && (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any());

    /// <summary>Refuses a path that is taken as wrong usage.</summary>
    internal static void MustBeFree(Argument<string> argument) =>
        Door.Refuse(argument, path => path.Length > 0 && !IsFree(path), "cli.usage.taken");

    /// <summary>Writes the files; nothing is left behind where one fails.</summary>
    internal static void Write(string path, IEnumerable<(string Path, byte[] Bytes)> files) => Write(path, aside =>
    {
        foreach (var file in files)
        {
            var target = Path.Combine(aside, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, file.Bytes);
        }
    });

    /// <summary>Has a folder aside filled, then gives it its name.</summary>
    internal static void Write(string path, Action<string> fill)
    {
        var final = Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar);
        Directory.CreateDirectory(Path.GetDirectoryName(final)!);
        var aside = $"{final}.partial-{Environment.ProcessId}";
        try
        {
            fill(aside);
            if (Directory.Exists(final))
            {
                Directory.Delete(final);
            }

            Directory.Move(aside, final);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }
}
