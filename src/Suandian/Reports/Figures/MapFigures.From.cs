using Suandian.Network;
using Suandian.Prices;

namespace Suandian.Reports.Figures;

public sealed partial record MapFigures
{
    internal static MapFigures From(StudyView view)
    {
        var shown = new ShownPlaces(view.Names, view.Plan.Network);
        return new MapFigures
        {
            OutlineDeg = [.. view.Study.Case.Outline.Select(ring => ring.SelectMany(p => new[] { p.LongitudeDeg, p.LatitudeDeg }).ToArray())],
            Places = MapPlaces.Of(view, shown),
            Connections = [.. Links(view, shown), .. Lines(view, shown)],
            Fibres = [.. FibresOf(view, shown)],
            Trades = [.. TradesOf(view, shown)],
        };
    }

    static IEnumerable<MapConnection> Links(StudyView view, ShownPlaces shown)
    {
        var (n, run, l) = (view.Plan.Network, view.Plan.Run, view.Plan.Network.Links);
        for (var i = 0; i < l.Count; i++)
        {
            if (shown.Ends(l.Bus0[i], l.Bus1[i]) is { } ends)
            {
                var row = view.Names.Links[l.Name[i]];
                yield return new MapConnection
                {
                    Table = "links",
                    Name = row.Name,
                    Title = view.Names.TitleOf("links", row.Name),
                    Bus0 = ends.Bus0,
                    Bus1 = ends.Bus1,
                    Technology = view.Names.TechnologyOf(row.Carrier),
                    CapacityMw = run.LinkCapacityMw[i],
                    NewMw = Math.Max(run.LinkCapacityMw[i] - l.ExistingMw[i], 0),
                    ForwardMwh = Year.Sum(n, run.LinkForwardMw, i),
                    BackwardMwh = Year.Sum(n, run.LinkBackwardMw, i),
                    LengthKm = row.LengthKm,
                };
            }
        }
    }

    static IEnumerable<MapConnection> Lines(StudyView view, ShownPlaces shown)
    {
        var (n, run, l) = (view.Plan.Network, view.Plan.Run, view.Plan.Network.Lines);
        for (var i = 0; i < l.Count; i++)
        {
            if (shown.Ends(l.Bus0[i], l.Bus1[i]) is { } ends)
            {
                var row = view.Names.Lines[l.Name[i]];
                yield return new MapConnection
                {
                    Table = "lines",
                    Name = row.Name,
                    Title = view.Names.TitleOf("lines", row.Name),
                    Bus0 = ends.Bus0,
                    Bus1 = ends.Bus1,
                    Technology = Technology.Ac,
                    CapacityMw = run.LineCapacityMw[i],
                    NewMw = Math.Max(run.LineCapacityMw[i] - l.ExistingMw[i], 0),
                    ForwardMwh = Year.Sum(n, Array.ConvertAll(run.LineMw, p => Math.Max(p, 0)), i),
                    BackwardMwh = Year.Sum(n, Array.ConvertAll(run.LineMw, p => Math.Max(-p, 0)), i),
                    LengthKm = row.LengthKm,
                };
            }
        }
    }

    static IEnumerable<MapFibre> FibresOf(StudyView view, ShownPlaces shown)
    {
        var (run, f) = (view.Plan, view.Plan.Network.Fibres);
        for (var i = 0; i < f.Count; i++)
        {
            if (shown.Ends(f.Bus0[i], f.Bus1[i]) is { } ends)
            {
                var row = view.Names.Fibres[f.Name[i]];
                var use = DataRates.OfFibre(run, i);
                yield return new MapFibre
                {
                    Name = row.Name,
                    Title = view.Names.TitleOf("fibres", row.Name),
                    Bus0 = ends.Bus0,
                    Bus1 = ends.Bus1,
                    CapacityGbitS = run.Run.FibreGbitS[i],
                    NewGbitS = Math.Max(run.Run.FibreGbitS[i] - f.ExistingGbitS[i], 0),
                    MeanGbitS = run.Yearly(use) / run.Weight.Sum(),
                    MaxGbitS = use.Max(),
                    LengthKm = row.LengthKm,
                    RoundTripMs = 2 * f.DelayMs[i],
                };
            }
        }
    }

    static IEnumerable<MapTrade> TradesOf(StudyView view, ShownPlaces shown)
    {
        var (n, run, k) = (view.Plan.Network, view.Plan.Run, view.Plan.Network.Trades);
        for (var i = 0; i < k.Count; i++)
        {
            yield return new MapTrade(
                k.Name[i],
                view.Names.TitleOf("tariffs", k.Name[i]),
                shown.Of(k.Bus[i]) ?? n.Buses[k.Bus[i]].Name,
                k.IsImport[i],
                Year.Sum(n, run.TradeMw, i))
            {
                MaxMw = k.MaxMw[i],
                PeakMw = run.TradeMw.AsSpan(i * view.Plan.T, view.Plan.T).ToArray().Max(),
            };
        }
    }
}

/// <summary>At which shown place each bus is counted.</summary>
sealed class ShownPlaces
{
    readonly string?[] _place;

    /// <summary>A bus that is not shown is counted at the place it is joined to by the shortest line or link; one without length joins nothing but the same place.</summary>
    internal ShownPlaces(CaseNames names, HourlyNetwork network)
    {
        _place = [.. network.Buses.Select(b => IsShown(b) ? b.Name : null)];
        var ends = network.Links.Bus0.Zip(network.Links.Bus1, network.Links.Name.Select(l => names.Links[l].LengthKm ?? 0))
            .Concat(network.Lines.Bus0.Zip(network.Lines.Bus1, network.Lines.Name.Select(l => names.Lines[l].LengthKm)))
            .OrderBy(e => e.Third).ToArray();
        while (ends.Any(e => Take(e.First, e.Second) || Take(e.Second, e.First)))
        {
        }
    }

    internal static bool IsShown(Bus bus) =>
        bus is { Role: not BusRole.Internal, LatitudeDeg: not null, LongitudeDeg: not null };

    /// <summary>Bus name of the place; null where the bus connects to none.</summary>
    internal string? Of(int bus) => _place[bus];

    /// <summary>Places of the two ends; null where they are one place or unknown.</summary>
    internal (string Bus0, string Bus1)? Ends(int bus0, int bus1) =>
        _place[bus0] is { } from && _place[bus1] is { } to && from != to ? (from, to) : null;

    bool Take(int from, int to)
    {
        if (_place[to] is not null || _place[from] is null)
        {
            return false;
        }

        _place[to] = _place[from];
        return true;
    }
}
