using System.Collections.Immutable;

namespace Suandian.Cases.Tables;

/// <summary>Columns of a table found by their names, in any order, in upper or lower case.</summary>
sealed class NamedColumns
{
    readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    internal NamedColumns(IReadOnlyList<string> header)
    {
        var twice = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < header.Count; i++)
        {
            if (header[i].Length > 0 && !_places.TryAdd(header[i], i))
            {
                twice.Add(header[i]);
            }
        }

        Twice = twice.ToImmutable();
    }

    /// <summary>Names that stand there more than once; the first place counts.</summary>
    internal ImmutableArray<string> Twice { get; }

    /// <summary>The name that a column has among those it may have; null where there is none.</summary>
    internal string? NameAmong(params IEnumerable<string> names) => names.FirstOrDefault(_places.ContainsKey);

    /// <summary>Place of a column that may have several names; −1 where there is none.</summary>
    internal int At(params IEnumerable<string> names) => NameAmong(names) is { } name ? _places[name] : -1;
}
