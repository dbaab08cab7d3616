using System.Text;

namespace Suandian;

/// <summary>Pages of the repository that are made from code; <c>SUANDIAN_ACCEPT=1</c> rewrites them.</summary>
static class Written
{
    internal static void Matches(string path, string text)
    {
        string file = Repository.File(path);
        if (Environment.GetEnvironmentVariable("SUANDIAN_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.True(File.Exists(file), $"{path} is missing; SUANDIAN_ACCEPT=1 writes it");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }
}
