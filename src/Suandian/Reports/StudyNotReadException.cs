using System.Text.Json;
using Suandian.Texts;

namespace Suandian.Reports;

/// <summary>A stored study could not be read.</summary>
public sealed class StudyNotReadException : SuandianException
{
    internal StudyNotReadException(string file, Exception inner)
        : base(
            inner is FileNotFoundException or DirectoryNotFoundException
                ? Phrases.Of("report.no_solution", ("folder", Path.GetDirectoryName(file)))
                : inner is JsonException or NotSupportedException ? Phrases.Of("report.other_version", ("file", file))
                : Phrases.Of("report.unreadable", ("file", file), ("detail", inner.Message)),
            inner)
    {
    }
}
