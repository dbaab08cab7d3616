using System.Text.Json;

namespace Suandian.Reports;

/// <summary>The stored study, solution.json: all that is needed to write the report again.</summary>
/// <remarks>
/// JSON, UTF-8 without BOM; properties in the order of the records, names in snake_case, choices by name;
/// numbers in the shortest form that reads back bit for bit, NaN and infinities as the strings "NaN", "Infinity", "-Infinity".
/// Equal studies give equal bytes. Checked against: reading back what was written gives the same bytes and the same figures.
/// </remarks>
public static class StudyStore
{
    /// <summary>Name of the file in a report folder.</summary>
    public const string FileName = "solution.json";

    /// <summary>Writes a study.</summary>
    public static void Write(Study study, Stream stream) => JsonSerializer.Serialize(stream, study, StudyJson.Canonical);

    /// <summary>Reads a study.</summary>
    /// <exception cref="JsonException">The text is no stored study.</exception>
    public static Study Read(Stream stream) =>
        JsonSerializer.Deserialize<Study>(stream, StudyJson.Canonical) ?? throw new JsonException("null is no study");

    /// <summary>Reads the study of a report folder.</summary>
    /// <param name="folder">Report folder, or a solution.json itself.</param>
    /// <exception cref="StudyNotReadException">The file is missing, unreadable or no stored study.</exception>
    public static Study ReadFolder(string folder)
    {
        var file = File.Exists(folder) ? folder : Path.Combine(folder, FileName);
        try
        {
            using var stream = File.OpenRead(file);
            return Read(stream);
        }
        catch (Exception mistake) when (mistake is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            throw new StudyNotReadException(file, mistake);
        }
    }
}
