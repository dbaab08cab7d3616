using System.Collections.Immutable;
using Suandian.Network;

namespace Suandian.Reports.Imported;

/// <summary>Who feeds and who takes at all buses of one carrier, such as AC or heat, snapshot by snapshot.</summary>
/// <param name="Carrier">Carrier of the buses.</param>
/// <param name="Supply">Series above zero, the largest first.</param>
/// <param name="Use">Series below zero: charging and what links take away; MW ≥ 0.</param>
/// <param name="LoadMw">Power the loads draw [T].</param>
sealed record ImportedBalance(string Carrier, ImmutableArray<ImportedSeries> Supply, ImmutableArray<ImportedSeries> Use, double[] LoadMw)
{
    const double Least = 1e-6;

    /// <summary>One balance for each carrier of buses at which something happens, the one with the largest loads first.</summary>
    internal static ImmutableArray<ImportedBalance> Of(ImportedStudy study, ImmutableArray<ImportedPart> parts)
    {
        var buses = study.Case.Imported!.Of("buses");
        string[] carrier = [.. Enumerable.Range(0, buses.Count).Select(b => buses.Text("carrier", b))];
        return
        [
            .. carrier.Distinct().Select(c => new Builder(study, c, [.. carrier.Select(of => of == c)]).Build(parts))
                .Where(b => !b.Supply.IsEmpty || !b.Use.IsEmpty || b.LoadMw.Any(mw => Math.Abs(mw) > Least))
                .OrderByDescending(b => b.LoadMw.Sum(Math.Abs)),
        ];
    }

    sealed class Builder(ImportedStudy study, string carrier, bool[] isHere)
    {
        readonly HourlyNetwork _network = study.Network;
        readonly int _snapshots = study.Network.Snapshots.Count;
        readonly Dictionary<string, double[]> _supply = [];
        readonly Dictionary<string, double[]> _use = [];

        internal ImportedBalance Build(ImmutableArray<ImportedPart> parts)
        {
            foreach (var part in parts.Where(p => p.Table is "generators" or "storage_units" or "stores" && isHere[p.Bus]))
            {
                Add(part.Label, t => part.Power[t]);
            }

            Links([.. parts.Where(p => p.Table == "links")]);
            return new(carrier, Series(_supply), Series(_use), Load());
        }

        /// <summary>What links bring to these buses and take from them in all; of one between two of them its loss.</summary>
        void Links(ImportedPart[] links)
        {
            var (l, outputs) = (_network.Links, _network.Links.Outputs);
            for (var i = 0; i < links.Length; i++)
            {
                int[] more = outputs is null ? [] : [.. Enumerable.Range(0, outputs.Count).Where(o => outputs.Link[o] == i && isHere[outputs.Bus[o]])];
                var (k, flow) = (i, links[i].Power);
                double Net(int t) => (isHere[l.Bus0[k]] ? -flow[t] : 0) + (isHere[l.Bus1[k]] ? l.Received(k, k * _snapshots + t) * flow[t] : 0)
                    + more.Sum(o => outputs!.EfficiencyPu[o * _snapshots + t] * flow[t]);
                Add(links[i].Label, Net);
            }
        }

        void Add(string label, Func<int, double> power)
        {
            for (var t = 0; t < _snapshots; t++)
            {
                var mw = power(t);
                if (Math.Abs(mw) > Least)
                {
                    var into = mw > 0 ? _supply : _use;
                    (into.TryGetValue(label, out var series) ? series : into[label] = new double[_snapshots])[t] += Math.Abs(mw);
                }
            }
        }

        ImmutableArray<ImportedSeries> Series(Dictionary<string, double[]> of) =>
        [
            .. of.Select(s => new ImportedSeries(s.Key, s.Value, s.Value.Select((mw, t) => mw * _network.Snapshots.EnergyHours(t)).Sum(), ImportedColours.Of(study.Case.Imported!, s.Key)))
                .OrderByDescending(s => s.EnergyMwh),
        ];

        double[] Load()
        {
            var load = new double[_snapshots];
            for (var i = 0; i < _network.Loads.PowerMw.Length; i++)
            {
                load[i % _snapshots] += isHere[_network.Loads.Bus[i / _snapshots]] ? _network.Loads.PowerMw[i] : 0;
            }

            return load;
        }
    }
}

/// <summary>Power of everything with one carrier.</summary>
/// <param name="Label">Carrier, or the name of what has none.</param>
/// <param name="Mw">[T], MW ≥ 0.</param>
/// <param name="EnergyMwh">Energy over the horizon, by the weight of energy.</param>
/// <param name="Colour">Colour, CSS.</param>
sealed record ImportedSeries(string Label, double[] Mw, double EnergyMwh, string Colour);
