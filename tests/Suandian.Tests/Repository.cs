namespace Suandian;

/// <summary>The working tree the tests were built from.</summary>
static class Repository
{
    internal static string Root { get; } = Find();

    /// <summary>Absolute path of a file or folder named from the root.</summary>
    internal static string File(string path) => Path.Combine(Root, path);

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Suandian.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not lie inside the repository");
        }

        return folder.FullName;
    }
}
