using System.Text.Json;
using Suandian.Cases.Pandapower;
using Suandian.Cases.Tables;

namespace Suandian.Cases;

/// <summary>The door for networks of pandapower: from a JSON file that its to_json writes to a grid.</summary>
public static class PandapowerCase
{
    /// <summary>Largest file that is read, bytes.</summary>
    const long Largest = 256L << 20;

    /// <summary>Reads a network.</summary>
    /// <param name="path">A file that ends in .json.</param>
    /// <returns>The grid, unless a problem is an error; what is not carried over and would change the flow is an error.</returns>
    /// <remarks>
    /// Carried over: bus, line, trafo, ext_grid, gen, sgen, load, storage, shunt, switch. The number of a bus is its index plus one; buses joined
    /// by closed switches are one bus, the first of them. Static generators and storages are loads with a sign. Wrong user data never throws.
    /// </remarks>
    public static GridReading Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var findings = new Findings();
        var file = new FileInfo(path);
        try
        {
            if (file is { Exists: true, Length: <= Largest })
            {
                return Parse(File.ReadAllText(path), file.Name);
            }

            findings.Add(file.Exists ? ProblemCode.GridFileUnreadable : ProblemCode.GridFileMissing, new Spot(path, null, null, null), path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Add(ProblemCode.GridFileUnreadable, new Spot(path, null, null, null), failure.Message);
        }

        return new GridReading(null, findings.Sorted());
    }

    /// <summary>Reads the text of a network.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="file">Name that problems carry.</param>
    public static GridReading Parse(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new Findings();
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("_object", out var net) && net.ValueKind == JsonValueKind.Object)
            {
                var grid = new PandapowerReader(net, file, findings).Read();
                return new GridReading(findings.HasErrors ? null : grid, findings.Sorted());
            }

            findings.Add(ProblemCode.GridJson, new Spot(file, null, null, null), null, ("detail", "_object"));
        }
        catch (JsonException failure)
        {
            findings.Add(ProblemCode.GridJson, new Spot(file, (int?)failure.LineNumber + 1, null, null), null, ("detail", Texts.Phrases.Of("grid.json_at", ("column", failure.BytePositionInLine + 1))));
        }

        return new GridReading(null, findings.Sorted());
    }
}
