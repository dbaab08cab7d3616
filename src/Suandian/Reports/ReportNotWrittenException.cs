using Suandian.Texts;

namespace Suandian.Reports;

/// <summary>A report folder could not be written; nothing stands under its name that did not stand there before.</summary>
public sealed class ReportNotWrittenException : SuandianException
{
    ReportNotWrittenException(Text words, Exception? inner)
        : base(words, inner)
    {
    }

    internal static ReportNotWrittenException Unwritable(string folder, Exception inner) =>
        new(Phrases.Of("report.unwritable", ("folder", folder), ("detail", inner.Message)), inner);

    internal static ReportNotWrittenException Foreign(string folder, IEnumerable<string> entries) =>
        new(Phrases.Of("report.foreign", ("folder", folder), ("entries", string.Join(", ", entries))), inner: null);
}
