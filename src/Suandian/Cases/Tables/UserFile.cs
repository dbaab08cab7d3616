namespace Suandian.Cases.Tables;

/// <summary>A file that the user names.</summary>
static class UserFile
{
    /// <summary>What it holds; null, with a problem, where it is not there, too large or may not be read.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="mostMiB">Largest size that is read, MiB.</param>
    /// <param name="codes">Problem of a file that is not there, and of one that cannot be read.</param>
    /// <param name="findings">Where the problem goes.</param>
    internal static byte[]? Bytes(string path, int mostMiB, (string Missing, string Unreadable) codes, Findings findings)
    {
        var (file, place) = (new FileInfo(path), new Spot(path, null, null, null));
        if (!file.Exists)
        {
            findings.Add(codes.Missing, place, path);
            return null;
        }

        try
        {
            if (file.Length <= (long)mostMiB << 20)
            {
                return File.ReadAllBytes(path);
            }

            findings.Add(codes.Unreadable, place, $"> {mostMiB} MiB");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Add(codes.Unreadable, place, failure.Message);
        }

        return null;
    }
}
