using System.Runtime.CompilerServices;
using System.Text;

namespace Suandian;

/// <summary>Texts kept in <c>golden/</c> beside the test; <c>SUANDIAN_ACCEPT=1</c> rewrites them.</summary>
static class Golden
{
    internal static void Matches(string name, string text, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "golden", name);
        if (Environment.GetEnvironmentVariable("SUANDIAN_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.True(File.Exists(file), $"{file} is missing; SUANDIAN_ACCEPT=1 writes it");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }
}
