using System.Text.Json;

namespace Suandian.Operations.Programme.Ledger.History;

/// <summary>Entries from lines of JSON.</summary>
static class EntryReader
{
    internal static Entry Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var entry = document.RootElement;
        try
        {
            string Text(string name) => entry.GetProperty(name).GetString() ?? throw new JsonException(name);
            string Row(string name) => entry.GetProperty(name) is { ValueKind: JsonValueKind.Object } row ? row.GetRawText() : "";
            return new Entry
            {
                Number = entry.GetProperty("number").GetInt64(), At = Text("at"), By = Text("by"), Why = Text("why"), Kind = Text("kind"),
                Register = Text("register"), Row = Text("row"), Before = Row("before"), After = Row("after"),
                Previous = Text("previous"), Hash = Text("hash"),
            };
        }
        catch (Exception mistake) when (mistake is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("no entry of a history", mistake);
        }
    }
}
