using System.Collections.Immutable;
using System.Text;
using Suandian.Reports.Page;
using Suandian.Reports.Tables;

namespace Suandian.Reports.Questions;

/// <summary>A file that answers a question asked after the plan: a page or a table.</summary>
/// <param name="Path">Name inside the folder of the answer.</param>
/// <param name="Bytes">Content.</param>
public sealed record QuestionFile(string Path, byte[] Bytes)
{
    internal static QuestionFile Of(string path, Html page) =>
        new(path, Encoding.UTF8.GetBytes(page.Markup.ReplaceLineEndings("\n")));

    internal static QuestionFile Of(ReportTable table)
    {
        using var stream = new MemoryStream();
        TableFiles.WriteCsv(table, stream);
        return new($"{table.Name}.csv", stream.ToArray());
    }

    internal static ImmutableArray<QuestionFile> All(string page, Html markup, params ReadOnlySpan<ReportTable> tables)
    {
        var files = ImmutableArray.CreateBuilder<QuestionFile>();
        files.Add(Of(page, markup));
        foreach (var table in tables)
        {
            files.Add(Of(table));
        }

        return files.ToImmutable();
    }
}
