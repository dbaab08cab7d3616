using System.Collections.Immutable;
using System.Globalization;

namespace Suandian.Operations.Programme.Ledger;

/// <summary>A row of a register as it stands now.</summary>
public sealed record LedgerRow
{
    /// <summary>Register and id.</summary>
    public required RowAddress Address { get; init; }

    /// <summary>Values by field, in clear; a field without value is absent.</summary>
    public required ImmutableSortedDictionary<string, string> Fields { get; init; }

    /// <summary>Values as the history holds them: what is personal is the mark of a seal.</summary>
    public required ImmutableSortedDictionary<string, string> Recorded { get; init; }

    /// <summary>Number of the entry that added the row; rows are told in this order.</summary>
    public required long Added { get; init; }

    /// <summary>Number of the entry that changed it last.</summary>
    public required long Changed { get; init; }

    /// <summary>SHA-256 of the files that prove it.</summary>
    public ImmutableArray<string> Evidence => List(RegisterSchema.Evidence);

    /// <summary>Value of a field; empty where there is none.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field, "");

    /// <summary>Number in a field; null where it is empty.</summary>
    public decimal? Number(string field) =>
        decimal.TryParse(this[field], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    /// <summary>Day in a field; null where it is empty.</summary>
    public DateOnly? Date(string field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>True where the field says yes.</summary>
    public bool Is(string field) => this[field] == "yes";

    /// <summary>Words of a list.</summary>
    public ImmutableArray<string> List(string field) => [.. this[field].Split(';', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Name for people from the fields name_zh and name_en; the id where there are none.</summary>
    public Text Name
    {
        get
        {
            string zh = this["name_zh"] is { Length: > 0 } name ? name : this["title"] is { Length: > 0 } title ? title : Address.Id;
            return new Text(zh, this["name_en"] is { Length: > 0 } english ? english : zh);
        }
    }
}
