using System.Collections.Immutable;

namespace Suandian.Reports;

/// <summary>Writes the report folder: all files aside first, then one rename.</summary>
/// <remarks>
/// The files go to <c>folder.part-xxxxxxxx</c> beside the folder. When all are written, an earlier report of that name is moved aside,
/// the new one takes its name, and the earlier one is deleted. Whatever fails or is killed before that leaves the earlier report as it was;
/// a killed process may leave a folder with <c>.part-</c> in its name, which may be deleted.
/// Files and columns: docs/reference/report-folder.md.
/// </remarks>
public static class ReportFolder
{
    /// <summary>Writes the report of a study.</summary>
    /// <param name="study">Study whose plan holds a solution.</param>
    /// <param name="folder">Folder of the report; created, or replaced where it holds an earlier report.</param>
    /// <returns>The figures the report was written from.</returns>
    /// <exception cref="ReportNotWrittenException">The disk is full, the folder cannot be written, or it holds other files.</exception>
    public static StudyFigures Write(Study study, string folder) => Write(study, StudyFigures.From(study), folder);

    /// <summary>Writes the report of a study whose figures are known.</summary>
    /// <param name="study">Study.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="folder">Folder of the report; created, or replaced where it holds an earlier report.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ReportNotWrittenException">The disk is full, the folder cannot be written, or it holds other files.</exception>
    public static StudyFigures Write(Study study, StudyFigures figures, string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Write(ReportFiles.Of(study, figures), Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), File.Create);
        return figures;
    }

    /// <summary>Writes the report of an imported network.</summary>
    /// <inheritdoc cref="Write(Study, string)"/>
    public static void Write(Imported.ImportedStudy study, string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Write(Imported.ImportedFiles.Of(study), Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), File.Create);
    }

    /// <summary>Writes files under a folder by way of a folder aside.</summary>
    /// <param name="files">Files.</param>
    /// <param name="folder">Full path.</param>
    /// <param name="create">Opens a new file.</param>
    internal static void Write(ImmutableArray<ReportFile> files, string folder, Func<string, Stream> create)
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        var (part, old) = ($"{folder}.part-{mark}", $"{folder}.old-{mark}");
        try
        {
            RefuseForeign(folder);
            foreach (var file in files)
            {
                var path = Path.Combine(part, file.Path.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var stream = create(path);
                file.Write(stream);
            }

            Swap(folder, part, old);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw ReportNotWrittenException.Unwritable(folder, trouble);
        }
        finally
        {
            Remove(part);
        }
    }

    static void Swap(string folder, string part, string old)
    {
        if (!Directory.Exists(folder))
        {
            Directory.Move(part, folder);
            return;
        }

        Directory.Move(folder, old);
        try
        {
            Directory.Move(part, folder);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            Directory.Move(old, folder);
            throw;
        }

        Remove(old);
    }

    /// <summary>A folder with anything but an earlier report in it is somebody else's.</summary>
    static void RefuseForeign(string folder)
    {
        if (File.Exists(folder))
        {
            throw ReportNotWrittenException.Foreign(folder, [Path.GetFileName(folder)]);
        }

        if (!Directory.Exists(folder))
        {
            return;
        }

        string[] foreign =
        [
            .. Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e)!)
                .Where(name => !name.StartsWith('.') && !ReportFiles.TopEntries.Contains(name)).Order(StringComparer.Ordinal),
        ];
        if (foreign.Length > 0)
        {
            throw ReportNotWrittenException.Foreign(folder, foreign);
        }
    }

    /// <summary>Deletes a folder of ours as far as possible: what stays is no report and has a name that says so.</summary>
    static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            _ = trouble;
        }
    }
}

/// <summary>A file of the report.</summary>
/// <param name="Path">Path inside the folder, with forward slashes.</param>
/// <param name="Write">Writes its content.</param>
sealed record ReportFile(string Path, Action<Stream> Write);
