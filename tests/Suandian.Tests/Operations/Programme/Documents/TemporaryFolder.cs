namespace Suandian.Operations.Programme.Documents;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
sealed class TemporaryFolder : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("suandian-").FullName;

    internal string this[string name] => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
