using System.Text.Json;
using CsCheck;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations;

public class EntryTests
{
    static readonly Entry First = new()
    {
        Number = 1, At = "2024-03-01T08:00:00.0000000Z", By = "owner", Why = "先写 \"一\" 行", Kind = EntryKind.Added, Register = "universities", Row = "zzu",
        Before = "", After = """{"name_zh":"甲大学","province":"河南"}""", Previous = Entry.Origin, Hash = "",
    };

    /// <summary>
    /// Outside witness, GNU coreutils 9.1:
    /// printf '%s' '{"after":{"name_zh":"甲大学","province":"河南"},"at":"2024-03-01T08:00:00.0000000Z","before":null,"by":"owner","kind":"added","number":1,"previous":"0…0 (64)","register":"universities","row":"zzu","why":"先写 \"一\" 行"}' | sha256sum
    /// </summary>
    [Fact]
    public void The_hash_of_an_entry_is_what_sha256sum_gives_for_its_line_without_the_hash() =>
        Assert.Equal("ac3342c532287f14878dde381ef68f02ea6c7ea5e8c79dc2001bb0178c56f4a4", First.ComputedHash());

    [Fact]
    public void A_line_of_the_export_reads_back_to_the_same_entry()
    {
        var entry = First with { Hash = First.ComputedHash() };

        Assert.Equal(entry, Entry.FromJson(entry.ToJson()));
        Assert.DoesNotContain('\n', entry.ToJson());
    }

    [Fact]
    public void Canonical_JSON_of_any_text_is_read_back_by_another_reader() =>
        Gen.String[Gen.Char['\0', '\ud7ff'], 0, 30].Sample(text => JsonSerializer.Deserialize<string>(CanonicalJson.Write(text)) == text);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"number":"1"}""")]
    public void A_line_that_is_no_entry_is_refused(string line) => Assert.ThrowsAny<JsonException>(() => Entry.FromJson(line));
}
