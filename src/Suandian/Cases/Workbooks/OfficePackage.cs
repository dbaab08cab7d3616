using System.IO.Compression;

namespace Suandian.Cases.Workbooks;

/// <summary>Files of the office formats as bytes that do not depend on the time of day.</summary>
static class OfficePackage
{
    static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Takes the dates out of a finished package and writes it aside, then under its name.</summary>
    internal static void Save(MemoryStream package, string path)
    {
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
                entry.LastWriteTime = NoDate;
        }

        string aside = path + ".writing";
        File.WriteAllBytes(aside, package.ToArray());
        File.Move(aside, path, overwrite: true);
    }
}
