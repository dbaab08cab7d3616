using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Suandian.Operations.Storage;

/// <summary>Files that are whole and named on the disk before the program goes on.</summary>
static class DurableFile
{
    const int ReadOnly = 0;

    /// <summary>Writes a file aside, waits for the disk, gives it its name, and waits for the folder.</summary>
    /// <param name="path">Final path; its folder is made where it is missing.</param>
    /// <param name="fill">Writes the bytes.</param>
    /// <param name="isPrivate">Readable by its owner alone, from its first byte on.</param>
    internal static void Write(string path, Action<Stream> fill, bool isPrivate = false)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        MakeFolder(folder);
        string aside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (isPrivate && !OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var stream = new FileStream(aside, options))
            {
                fill(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }

        SyncFolder(folder);
    }

    /// <summary>Makes a folder and waits until its parent knows it.</summary>
    internal static void MakeFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            string parent = Path.GetDirectoryName(folder)!;
            MakeFolder(parent);
            Directory.CreateDirectory(folder);
            SyncFolder(parent);
        }
    }

    /// <summary>Waits until the names in a folder are on the disk; Windows keeps them with the file.</summary>
    internal static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"open {folder}: errno {Marshal.GetLastPInvokeError()}");
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    // The runtime opens no folder as a file: https://man7.org/linux/man-pages/man2/open.2.html
    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
