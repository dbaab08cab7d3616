using Suandian.Cases.Tables;
using Suandian.Texts;

namespace Suandian.Cases.Pypsa;

/// <summary>What the scenarios of a stochastic network must share: its components, and all that is no hourly value, cost or limit.</summary>
sealed class PypsaScenarioChecks(PypsaScenario first, Findings findings)
{
    /// <summary>Numbers that may differ from scenario to scenario though they are the same in all snapshots.</summary>
    static readonly HashSet<string> Free =
    [
        "capital_cost", "overnight_cost", "discount_rate", "fom_cost", "p_nom_min", "p_nom_max", "e_nom_min", "e_nom_max", "s_nom_min", "s_nom_max",
        "e_sum_min", "e_sum_max", "constant", "co2_emissions",
    ];

    internal void Run(PypsaScenario other)
    {
        foreach (string component in PypsaAttribute.Components)
        {
            var (table, compared) = (first.Network.Of(component), other.Network.Of(component));
            if (!table.Names.SequenceEqual(compared.Names))
                findings.Add(ProblemCode.PypsaValue, new Source(table.File).At(null, "scenario"), other.Name, ("wanted", Phrases.Of("pypsa.value.same_components", ("first", first.Name))));
            else
                Attributes(table, compared, other.Name);
        }
    }

    void Attributes(PypsaTable table, PypsaTable compared, string scenario)
    {
        foreach (var attribute in table.Said.Union(compared.Said).Select(name => PypsaAttribute.Of(table.Component, name)).OfType<PypsaAttribute>()
            .Where(a => a.Use is PypsaUse.Used or PypsaUse.Set && a.Kind != PypsaKind.Series && !Free.Contains(a.Name)))
        {
            for (int i = 0; i < table.Count; i++)
            {
                if (!AreSame(table, compared, attribute, i))
                    findings.Add(ProblemCode.PypsaRefused, new Source(compared.File).At(compared.Lines[i], attribute.Name), $"{attribute.Name} ({scenario} ≠ {first.Name})");
            }
        }
    }

    static bool AreSame(PypsaTable table, PypsaTable compared, PypsaAttribute attribute, int i) => attribute.Kind == PypsaKind.Text
        ? table.Text(attribute.Name, i) == compared.Text(attribute.Name, i)
        : table.Number(attribute.Name, i).Equals(compared.Number(attribute.Name, i));
}
