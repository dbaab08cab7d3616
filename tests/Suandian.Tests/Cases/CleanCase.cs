namespace Suandian.Cases;

/// <summary>The complete small case beside the tests.</summary>
static class CleanCase
{
    internal static string Folder { get; } = Repository.File("tests/Suandian.Tests/Cases/clean-case");

    /// <summary>A copy that a test may spoil; deleted when disposed.</summary>
    internal static Copied Copy() => new();

    internal sealed class Copied : IDisposable
    {
        internal Copied()
        {
            foreach (string file in Directory.EnumerateFiles(CleanCase.Folder, "*", SearchOption.AllDirectories))
            {
                string to = Path.Combine(Folder, Path.GetRelativePath(CleanCase.Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                System.IO.File.Copy(file, to);
            }
        }

        internal string Folder { get; } = Directory.CreateTempSubdirectory("suandian-case-").FullName;

        internal string File(string name) => Path.Combine(Folder, name);

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
