using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Cases.Pypsa;

sealed partial class PypsaBuilder
{
    ImmutableArray<GlobalLimit> GlobalLimits()
    {
        var table = _source.Of("global_constraints");
        var limits = ImmutableArray.CreateBuilder<GlobalLimit>();
        for (int k = 0; k < table.Count; k++)
        {
            var limit = Limit(table, k);
            if (!limit.Terms.IsEmpty)
                limits.Add(limit);
        }

        limits.AddRange(Growth());
        limits.AddRange(AtBuses());
        return limits.ToImmutable();
    }

    GlobalLimit Limit(PypsaTable table, int k)
    {
        string attribute = table.Text("carrier_attribute", k);
        int[] hours = Hours(table.Number("investment_period", k));
        var kind = PypsaLimits.KindOf(table.Text("type", k))!.Value;
        var (terms, before) = kind switch
        {
            GlobalLimitKind.PrimaryEnergy => Energy(hours, carrier => OfCarrier(carrier, attribute), isPrimary: true),
            GlobalLimitKind.OperationalLimit => Energy(hours, carrier => carrier == attribute ? 1 : 0, isPrimary: false),
            GlobalLimitKind.TransmissionVolumeExpansionLimit => (Transmission(attribute, (rows, i) => rows.Table.Number("length", i)), 0),
            GlobalLimitKind.TransmissionExpansionCostLimit => (Transmission(attribute, (rows, i) => rows.Capital(i)), 0),
            _ => (Technology(attribute, table.Written("bus", k), table.Number("investment_period", k)), 0.0),
        };
        var sense = table.Text("sense", k) switch { "<=" => LimitSense.AtMost, ">=" => LimitSense.AtLeast, _ => LimitSense.Equal };
        return new GlobalLimit(table.Names[k], kind, sense, table.Number("constant", k) - before, [.. terms]);
    }

    /// <summary>Snapshots of a period; all where the limit names none.</summary>
    int[] Hours(double period) => [.. Enumerable.Range(0, T).Where(t =>
        double.IsNaN(period) || (_source.Snapshots.Period[t] is >= 0 and var p && _source.Snapshots.Periods[p].Period == period))];

    /// <summary>Output of generators by energy weight and years, over efficiency for primary energy; less what not cyclic stores hold at the end beyond the beginning.</summary>
    (IEnumerable<LimitTerm> Terms, double Before) Energy(int[] hours, Func<string, double> rate, bool isPrimary)
    {
        double[] weight = Snapshots().EnergyWeightH!;
        double[] efficiency = _generators.Hours("efficiency", (_, _, share) => isPrimary ? share : 1);
        var output = _generators.Indices.Select(i => (Place: _generators.Place(i), Rate: Sign(i) * rate(_generators.Table.Text("carrier", i)))).Where(g => g.Rate != 0)
            .SelectMany(g => hours.Select(t => new LimitTerm(LimitVariable.GeneratorPower, g.Place, t, g.Rate * weight[t] / efficiency[g.Place * T + t])));
        var (units, inUnits) = Levels(_storage, hours[^1], LimitVariable.StorageLevel, ("cyclic_state_of_charge", "state_of_charge_initial"), rate);
        var (stores, inStores) = Levels(_stores, hours[^1], LimitVariable.StoreLevel, ("e_cyclic", "e_initial"), rate);
        return ([.. output, .. units, .. stores], inUnits + inStores);
    }

    /// <summary>Last levels with a minus; and what was there before. A store without a carrier has that of its bus.</summary>
    (IEnumerable<LimitTerm> Terms, double Before) Levels(
        PypsaRows rows, int last, LimitVariable variable, (string Cyclic, string Initial) attributes, Func<string, double> rate)
    {
        double Rate(int i) => rate(Carrier(rows.Table, i, "bus"));
        int[] held = [.. rows.Indices.Where(i => !rows.Table.Flag(attributes.Cyclic, i) && Rate(i) != 0)];
        return (held.Select(i => new LimitTerm(variable, rows.Place(i), last, -Rate(i))), held.Sum(i => Rate(i) * rows.Table.Number(attributes.Initial, i)));
    }

    /// <summary>Capacities to be chosen of lines and links of some carriers.</summary>
    IEnumerable<LimitTerm> Transmission(string carriers, Func<PypsaRows, int, double> each)
    {
        string[] wanted = [.. carriers.Split(',').Select(c => c.Trim().Trim('[', ']', '(', ')').Trim())];
        IEnumerable<LimitTerm> Of(PypsaRows rows, string nominal, LimitVariable variable) => rows.Indices
            .Where(i => rows.Table.Flag(nominal + "_extendable", i) && wanted.Contains(Carrier(rows.Table, i, "bus0")))
            .Select(i => new LimitTerm(variable, rows.Place(i), -1, each(rows, i)));
        return Of(_lines, "s_nom", LimitVariable.LineCapacity).Concat(Of(_links, "p_nom", LimitVariable.LinkCapacity));
    }

    /// <summary>Capacities to be chosen of a carrier that stand in a period where one is named, at one bus or at all.</summary>
    IEnumerable<LimitTerm> Technology(string carrier, string bus, double period)
    {
        IEnumerable<LimitTerm> Of(PypsaRows rows, string nominal, string port, LimitVariable variable) => rows.Indices
            .Where(i => rows.Table.Flag(nominal + "_extendable", i) && rows.Table.Text("carrier", i) == carrier && (double.IsNaN(period) || rows.StandsIn(i, (int)period))
                && (bus.Length == 0 || rows.Table.Text(port, i) == bus))
            .Select(i => new LimitTerm(variable, rows.Place(i), -1, 1));
        return
        [
            .. Of(_generators, "p_nom", "bus", LimitVariable.GeneratorCapacity), .. Of(_storage, "p_nom", "bus", LimitVariable.StoragePower),
            .. Of(_stores, "e_nom", "bus", LimitVariable.StoreEnergy), .. Of(_links, "p_nom", "bus0", LimitVariable.LinkCapacity),
            .. Of(_lines, "s_nom", "bus0", LimitVariable.LineCapacity),
        ];
    }

    /// <summary>What is new of a carrier in a period is at most its allowance and a share of what was new in the period before.</summary>
    IEnumerable<GlobalLimit> Growth()
    {
        var (carriers, periods) = (_source.Of("carriers"), _source.Snapshots.Periods);
        for (int c = 0; c < carriers.Count; c++)
        {
            double allowance = carriers.Number("max_growth", c);
            for (int k = 0; k < periods.Length && double.IsFinite(allowance); k++)
            {
                string name = carriers.Names[c];
                double share = Math.Max(0, carriers.Number("max_relative_growth", c));
                var before = k == 0 ? [] : New(name, k - 1).Select(term => term with { Coefficient = -share });
                LimitTerm[] terms = [.. New(name, k), .. before];
                if (terms.Length > 0)
                    yield return new GlobalLimit($"{name} {periods[k].Period}", GlobalLimitKind.CarrierGrowthLimit, LimitSense.AtMost, allowance, [.. terms]);
            }
        }
    }

    /// <summary>Least and most of what is chosen of a carrier at a bus: generators, storage units and stores, those that stand in a period where one is named.</summary>
    IEnumerable<GlobalLimit> AtBuses()
    {
        var buses = _source.Of("buses");
        foreach (string column in buses.Said.Where(PypsaBusLimit.IsOne).Order(StringComparer.Ordinal))
        {
            for (int b = 0; b < buses.Count && PypsaBusLimit.Of(_source, column) is { } limit; b++)
            {
                LimitTerm[] terms = [.. Technology(limit.Carrier, buses.Names[b], limit.Period).Where(t => t.Variable is not (LimitVariable.LinkCapacity or LimitVariable.LineCapacity))];
                if (terms.Length > 0 && double.IsFinite(buses.Number(column, b)))
                    yield return new GlobalLimit($"{buses.Names[b]} {column}", GlobalLimitKind.BusNominalLimit, limit.Sense, buses.Number(column, b), [.. terms]);
            }
        }
    }

    /// <summary>Capacities to be chosen of a carrier whose first period is one.</summary>
    IEnumerable<LimitTerm> New(string carrier, int period)
    {
        var periods = _source.Snapshots.Periods;
        IEnumerable<LimitTerm> Of(PypsaRows rows, string nominal, LimitVariable variable) => rows.Indices
            .Where(i => rows.Table.Flag(nominal + "_extendable", i) && rows.Table.Text("carrier", i) == carrier
                && rows.StandsIn(i, periods[period].Period) && !periods.Take(period).Any(p => rows.StandsIn(i, p.Period)))
            .Select(i => new LimitTerm(variable, rows.Place(i), -1, 1));
        return
        [
            .. Of(_generators, "p_nom", LimitVariable.GeneratorCapacity), .. Of(_storage, "p_nom", LimitVariable.StoragePower),
            .. Of(_stores, "e_nom", LimitVariable.StoreEnergy), .. Of(_links, "p_nom", LimitVariable.LinkCapacity),
            .. Of(_lines, "s_nom", LimitVariable.LineCapacity),
        ];
    }

    /// <summary>Carrier of a component, or of its bus where it has none.</summary>
    string Carrier(PypsaTable table, int i, string port) =>
        table.Text("carrier", i) is { Length: > 0 } own ? own : _source.Of("buses").Text("carrier", Bus(table, port, i));
}

/// <summary>Kinds of global constraints.</summary>
static class PypsaLimits
{
    /// <summary>Kind of a type; null where it is not carried.</summary>
    internal static GlobalLimitKind? KindOf(string type) => type switch
    {
        "primary_energy" => GlobalLimitKind.PrimaryEnergy,
        "operational_limit" => GlobalLimitKind.OperationalLimit,
        "transmission_volume_expansion_limit" => GlobalLimitKind.TransmissionVolumeExpansionLimit,
        "transmission_expansion_cost_limit" => GlobalLimitKind.TransmissionExpansionCostLimit,
        "tech_capacity_expansion_limit" => GlobalLimitKind.TechCapacityExpansionLimit,
        _ => null,
    };
}
