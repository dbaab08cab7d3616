using System.Text.RegularExpressions;
using Suandian.Cases.Pypsa;

namespace Suandian.Reports.Imported;

/// <summary>Colours of carriers: those of the network where it has some, else those of our technologies, else one by the name.</summary>
static partial class ImportedColours
{
    static readonly (string Word, string Key)[] Technologies =
    [
        ("wind", "wind"), ("solar", "pv"), ("pv", "pv"), ("csp", "csp"), ("batter", "battery"), ("coal", "coal"), ("lignite", "coal"), ("gas", "gas"), ("ocgt", "gas"), ("ccgt", "gas"),
        ("hydro", "hydro"), ("phs", "hydro"), ("ror", "hydro"), ("heat", "heat"), ("import", "import"),
    ];

    static readonly string[] Others = ["training", "science", "rendering", "inference", "digital_human", "metaverse", "government", "other"];

    internal static string Of(PypsaNetwork network, string carrier)
    {
        var carriers = network.Of("carriers");
        var own = carriers.IndexOf(carrier) is var i and >= 0 ? carriers.Written("color", i) : "";
        if (Colour().IsMatch(own))
        {
            return own;
        }

        var known = Array.Find(Technologies, t => carrier.Contains(t.Word, StringComparison.OrdinalIgnoreCase)).Key;
        return $"var(--{known ?? Others[carrier.Sum(c => c) % Others.Length]})";
    }

    /// <summary>A colour that may stand in a page: a number, or a name of letters.</summary>
    [GeneratedRegex("^(#[0-9A-Fa-f]{3,8}|[A-Za-z]{3,20})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();
}
