using System.IO.Compression;

namespace Suandian.Cases.Workbooks;

/// <summary>Files of the office formats as bytes that do not depend on the time of day.</summary>
static class OfficePackage
{
    static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Takes the dates out of a finished package and writes it aside, then under its name.</summary>
    /// <param name="package">The package.</param>
    /// <param name="path">The file.</param>
    /// <param name="isPrivate">Readable by its owner alone, from its first byte on.</param>
    internal static void Save(MemoryStream package, string path, bool isPrivate = false)
    {
        using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
                entry.LastWriteTime = NoDate;
        }

        string aside = path + ".writing";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(aside, options))
        {
            package.WriteTo(file);
        }

        File.Move(aside, path, overwrite: true);
    }
}
