namespace Suandian.Scenarios;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
sealed class Scratch : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("suandian-").FullName;

    internal string this[string name] => Path.Combine(Folder, name);

    /// <summary>Copies a case of the repository into the folder.</summary>
    internal string Copy(string caseName)
    {
        var from = Path.Combine(CliProcess.Root, "cases", caseName);
        var to = this[caseName];
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
