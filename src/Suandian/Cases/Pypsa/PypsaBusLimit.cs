using System.Globalization;
using Suandian.Network;

namespace Suandian.Cases.Pypsa;

/// <summary>A column of buses that limits what may be built there: <c>nom_min_CARRIER</c>, <c>nom_max_CARRIER</c>, with <c>_PERIOD</c> for an investment period.</summary>
/// <param name="Sense">Least or most.</param>
/// <param name="Carrier">Carrier of what is counted.</param>
/// <param name="Period">Investment period; NaN for all.</param>
sealed record PypsaBusLimit(LimitSense Sense, string Carrier, double Period)
{
    const string Least = "nom_min_", Most = "nom_max_";

    /// <summary>True for the name of such a column.</summary>
    internal static bool IsOne(string column) => column.StartsWith(Least, StringComparison.Ordinal) || column.StartsWith(Most, StringComparison.Ordinal);

    /// <summary>What a column says; null where it names no carrier of the network, or no period of it, and PyPSA leaves it out.</summary>
    internal static PypsaBusLimit? Of(PypsaNetwork network, string column)
    {
        var sense = column.StartsWith(Least, StringComparison.Ordinal) ? LimitSense.AtLeast : LimitSense.AtMost;
        string rest = column[Least.Length..];
        if (network.Of("carriers").IndexOf(rest) >= 0)
            return new(sense, rest, double.NaN);
        int cut = rest.LastIndexOf('_');
        return cut > 0 && network.Of("carriers").IndexOf(rest[..cut]) >= 0
            && int.TryParse(rest[(cut + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int period) && network.Snapshots.Periods.Any(p => p.Period == period)
            ? new(sense, rest[..cut], period) : null;
    }
}
