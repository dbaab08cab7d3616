using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using CsvHelper;

namespace Suandian.Texts;

/// <summary>Sentences for people, kept in both languages side by side in Texts/*.csv (key, zh, en).</summary>
/// <remarks>A sentence holds places in braces, filled by name: <c>{column}</c>; <c>{jobs|job waits|jobs wait}</c> is the value with the words for one and for more. A key that does not exist is a programmer's mistake.</remarks>
public static class Phrases
{
    static readonly FrozenDictionary<string, Text> Table = Load();

    /// <summary>All keys, for tests.</summary>
    public static IEnumerable<string> Keys => Table.Keys;

    /// <summary>The sentence of a key with its places filled, in both languages.</summary>
    /// <param name="key">Key in one of the tables, such as <c>check.unknown_column</c>.</param>
    /// <param name="places">Name and value of each place; a <see cref="Text"/> value is filled per language.</param>
    /// <exception cref="KeyNotFoundException">No table has the key.</exception>
    public static Text Of(string key, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        if (!Table.TryGetValue(key, out var text))
        {
            throw new KeyNotFoundException($"no sentence '{key}' in Texts/*.csv");
        }

        var (zh, en) = text;
        foreach (var (name, value) in places)
        {
            var words = value as Text? ?? new Text(Plain(value), Plain(value));
            zh = zh.Replace("{" + name + "}", words.Zh, StringComparison.Ordinal);
            en = Counted(en.Replace("{" + name + "}", words.En, StringComparison.Ordinal), name, words.En);
        }

        return new Text(zh, en);
    }

    /// <summary>Fills the places <c>{name|one|more}</c>.</summary>
    static string Counted(string sentence, string name, string value)
    {
        for (var at = sentence.IndexOf("{" + name + "|", StringComparison.Ordinal); at >= 0; at = sentence.IndexOf("{" + name + "|", StringComparison.Ordinal))
        {
            var end = sentence.IndexOf('}', at);
            var words = sentence[at..end].Split('|');
            sentence = $"{sentence[..at]}{value} {words[value == "1" ? 1 : 2]}{sentence[(end + 1)..]}";
        }

        return sentence;
    }

    static string Plain(object? value) =>
        value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString() ?? "–";

    static FrozenDictionary<string, Text> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var table = new Dictionary<string, Text>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith("texts/", StringComparison.Ordinal)))
        {
            using var csv = CsvReader.Create(assembly.GetManifestResourceStream(resource)!, CsvReaderOptions.Default, leaveOpen: false);
            while (csv.Read())
            {
                table.Add(csv.GetString("key"), new Text(csv.GetString("zh"), csv.GetString("en")));
            }
        }

        return table.ToFrozenDictionary();
    }
}
