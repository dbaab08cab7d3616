using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Suandian.Reports.Feeders;
using Suandian.Reports.Figures;
using Suandian.Reports.Page;
using Suandian.Reports.Questions;
using Suandian.Reports.Tables;
using Suandian.Reports.Workbooks;
using Suandian.Texts;

namespace Suandian.Reports;

/// <summary>The files of a report.</summary>
static class ReportFiles
{
    /// <summary>What lies at the top of a report folder.</summary>
    internal static readonly ImmutableHashSet<string> TopEntries =
        ["index.html", ScenariosFiles.Page, StagesFiles.Page, "results.xlsx", StudyStore.FileName, "certificate.json", "run.lock", "tables", PlanGridFiles.Folder];

    internal static ImmutableArray<ReportFile> Of(Study study, StudyFigures figures)
    {
        var tables = ReportTables.Of(study, figures);
        ReportFile[] files =
        [
            new("index.html", s => s.Write(Encoding.UTF8.GetBytes(ReportPage.Write(figures)))),
            new("results.xlsx", s => Workbook.Write(ResultsWorkbook.Sheets(figures, tables), s)),
            new(StudyStore.FileName, s => StudyStore.Write(study, s)),
            new("certificate.json", s => Json(s, figures.Certificate)),
            .. Questions(study),
            .. PlanGridFiles.Of(study).Select(f => new ReportFile(f.Path, s => s.Write(f.Bytes))),
            new("tables/README.md", s => s.Write(Encoding.UTF8.GetBytes(TablesReadme(tables)))),
            .. tables.Select(t => new ReportFile($"tables/{t.Name}.csv", s => TableFiles.WriteCsv(t, s))),
            .. tables.Where(t => t.IsHourly).Select(t =>
                new ReportFile($"tables/{t.Name}.parquet", s => TableFiles.WriteParquetAsync(t, s).GetAwaiter().GetResult())),
        ];
        return Locked(figures.Provenance.Data, FigureHashes(figures), files);
    }

    /// <summary>The files with run.lock, which holds the SHA-256 of each.</summary>
    internal static ImmutableArray<ReportFile> Locked(Provenance provenance, SortedDictionary<string, string> figures, ReportFile[] files)
    {
        var written = new SortedDictionary<string, string>(StringComparer.Ordinal);
        return
        [
            .. files.Select(f => f with { Write = s => Hashed(f, s, written) }),
            new("run.lock", s => Json(s, new RunLock(provenance, figures, written))),
        ];
    }

    /// <summary>Pages and tables of scenarios and stages, where the case has them.</summary>
    static IEnumerable<ReportFile> Questions(Study study)
    {
        QuestionFile[] files =
        [
            .. study.Scenarios is { } scenarios ? ScenariosFiles.Of(study.Case, scenarios) : [],
            .. study.Stages is { } stages ? StagesFiles.Of(study.Case, stages) : [],
        ];
        return Of(files);
    }

    /// <summary>Answers as files of a report: tables in their folder.</summary>
    internal static IEnumerable<ReportFile> Of(IEnumerable<QuestionFile> files) =>
        files.Select(f => new ReportFile(f.Path.EndsWith(".csv", StringComparison.Ordinal) ? "tables/" + f.Path : f.Path, s => s.Write(f.Bytes)));

    internal static void Json<T>(Stream stream, T value)
    {
        JsonSerializer.Serialize(stream, value, StudyJson.Readable);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes a file and keeps its SHA-256 for run.lock.</summary>
    static void Hashed(ReportFile file, Stream stream, SortedDictionary<string, string> written)
    {
        using var memory = new MemoryStream();
        file.Write(memory);
        written[file.Path] = Convert.ToHexStringLower(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
        memory.Position = 0;
        memory.CopyTo(stream);
    }

    internal static SortedDictionary<string, string> FigureHashes(StudyFigures f)
    {
        var hashes = PlanHashes(f);
        if (f.Jobs is { } jobs)
        {
            hashes["jobs"] = jobs.Sha256;
        }

        if (f.Grid is { } grid)
        {
            hashes["grid"] = grid.Sha256;
        }

        return hashes;
    }

    static SortedDictionary<string, string> PlanHashes(StudyFigures f) => new(StringComparer.Ordinal)
    {
        ["assumptions"] = f.Assumptions.Sha256,
        ["build"] = f.Build.Sha256,
        ["case"] = f.Case.Sha256,
        ["certificate"] = f.Certificate.Sha256,
        ["comparison"] = f.Comparison.Sha256,
        ["computing"] = f.Computing.Sha256,
        ["curtailment"] = f.Curtailment.Sha256,
        ["dispatch"] = f.Dispatch.Sha256,
        ["duration"] = f.Duration.Sha256,
        ["energy_price"] = f.EnergyPrice.Sha256,
        ["gpu_hour_price"] = f.GpuHourPrice.Sha256,
        ["green"] = f.Green.Sha256,
        ["headline"] = f.Headline.Sha256,
        ["map"] = f.Map.Sha256,
        ["shadows"] = f.Shadows.Sha256,
        ["storage"] = f.Storage.Sha256,
        ["warnings"] = f.Warnings.Sha256,
    };

    internal static string TablesReadme(ImmutableArray<ReportTable> tables)
    {
        var text = new StringBuilder("# tables\n\n");
        var intro = Phrases.Of("tables.intro");
        text.Append(intro.Zh).Append("\n\n").Append(intro.En).Append('\n');
        foreach (var table in tables)
        {
            text.Append("\n## ").Append(table.Name).Append("\n\n").Append(table.Title.Zh).Append(" / ").Append(table.Title.En).Append("\n\n");
            text.Append("| column | 说明 | description |\n|---|---|---|\n");
            foreach (var column in table.Columns)
            {
                text.Append("| ").Append(column.Name).Append(" | ").Append(column.Title.Zh).Append(" | ").Append(column.Title.En).Append(" |\n");
            }
        }

        return text.ToString();
    }
}

/// <summary>run.lock: from what the report was made and what it holds.</summary>
/// <param name="Provenance">Versions, command, options, inputs with SHA-256.</param>
/// <param name="Figures">SHA-256 of the data of each figure.</param>
/// <param name="Files">SHA-256 of each file of the folder but this one.</param>
sealed record RunLock(Provenance Provenance, SortedDictionary<string, string> Figures, SortedDictionary<string, string> Files);
