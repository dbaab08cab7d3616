using Suandian.Network;
using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>Draws the map as SVG at the pixel width it is shown at, so that its text keeps its size.</summary>
/// <remarks>Equirectangular projection with the cosine of the mean latitude. Circle area ∝ MW, line width ∝ energy.</remarks>
sealed class MapDrawing
{
    readonly Voice _voice;
    readonly MapFigures _map;
    readonly double _width;
    readonly double _height;
    readonly bool _labelled;
    readonly double _west;
    readonly double _north;
    readonly double _scale;
    readonly double _squeeze;
    readonly double _left;
    readonly double _top;
    readonly List<(double X, double Y, double W, double H)> _taken = [];

    internal MapDrawing(Voice voice, MapFigures map, double width, double height, bool labelled)
    {
        (_voice, _map, _width, _height, _labelled) = (voice, map, width, height, labelled);
        var points = map.OutlineDeg.SelectMany(r => r.Chunk(2).Select(p => (Lon: p[0], Lat: p[1])))
            .Concat(map.Places.Where(p => p.Role != BusRole.Far).Select(p => (Lon: p.LongitudeDeg, Lat: p.LatitudeDeg))).ToArray();
        if (points.Length == 0)
        {
            points = [(0, 0), (1, 1)];
        }

        var (west, east) = (points.Min(p => p.Lon), points.Max(p => p.Lon));
        var (south, north) = (points.Min(p => p.Lat), points.Max(p => p.Lat));
        _squeeze = Math.Cos((south + north) / 2 * Math.PI / 180);
        var edge = labelled ? 48.0 : 16.0;
        var right = labelled ? 200.0 : edge;
        _scale = Math.Min((width - edge - right) / Math.Max(0.2, (east - west) * _squeeze), (height - (2 * edge)) / Math.Max(0.2, north - south));
        (_west, _north) = (west, north);
        _left = edge + ((width - edge - right - ((east - west) * _squeeze * _scale)) / 2);
        _top = (height - ((north - south) * _scale)) / 2;
    }

    internal Html Draw()
    {
        var outline = _map.OutlineDeg.Select(ring => Html.Of($"""<path d="{Path(ring)}" fill="#F5F1E6" stroke="#B8AE97"/>"""));
        foreach (var place in Local())
        {
            var (x, y) = At(place);
            var r = Radius(place) + 4;
            _taken.Add((x - r, y - r, 2 * r, 2 * r));
        }

        var far = Html.All(_map.Places.Where(p => p.Role == BusRole.Far).Select((p, n) => Far(p, n)));
        var places = Html.All(Local().Select(Place));
        var lines = Html.All(_map.Connections.Select(Connection));
        var labels = Html.All(_map.Connections.Select(Energy));
        return Html.Of($"""
            <svg viewBox="0 0 {_width:0} {_height:0}" width="{_width:0}" style="max-width:100%;height:auto;display:block" font-size="12" role="img" aria-label="{_voice["map.what"]}"><defs><marker id="{_voice.Id}-{_width:0}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L8 4 L0 8 Z" fill="#14202B"/></marker></defs>
            {outline}{lines}{far}{places}{labels}</svg>
            """);
    }

    IEnumerable<MapPlace> Local() => _map.Places.Where(p => p.Role != BusRole.Far);

    (double X, double Y) At(double lon, double lat) => (_left + ((lon - _west) * _squeeze * _scale), _top + ((_north - lat) * _scale));

    (double X, double Y) At(MapPlace place) => At(place.LongitudeDeg, place.LatitudeDeg);

    string Path(double[] ring) => "M" + string.Join('L', ring.Chunk(2).Select(p =>
    {
        var (x, y) = At(p[0], p[1]);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
    })) + "Z";

    double MostMw() => Math.Max(1, _map.Places.Max(p => p.Capacity.Sum(c => c.Mw)));

    double Radius(MapPlace place) => place.Capacity.Sum(c => c.Mw) is var mw && mw > 1e-6 ? Math.Max(4, (_labelled ? 32 : 18) * Math.Sqrt(mw / MostMw())) : 3;

    /// <summary>Both ends of a connection between two local places, the sending end of most energy first; null for others.</summary>
    ((double X, double Y) From, (double X, double Y) To)? Ends(MapConnection connection)
    {
        var from = _map.Places.FirstOrDefault(p => p.Bus == connection.Bus0);
        var to = _map.Places.FirstOrDefault(p => p.Bus == connection.Bus1);
        if (from is null || to is null || from.Role == BusRole.Far || to.Role == BusRole.Far || from == to)
        {
            return null;
        }

        return connection.ForwardMwh >= connection.BackwardMwh ? (At(from), At(to)) : (At(to), At(from));
    }

    Html Connection(MapConnection connection)
    {
        if (Ends(connection) is not { } ends)
        {
            return Html.None;
        }

        var (a, b) = ends;
        var most = Math.Max(1, _map.Connections.Max(c => c.ForwardMwh + c.BackwardMwh));
        var exists = connection.CapacityMw > 1e-6;
        var width = exists ? 1 + (6 * (connection.ForwardMwh + connection.BackwardMwh) / most) : 1;
        return Html.Of($"""<line x1="{a.X:0.#}" y1="{a.Y:0.#}" x2="{b.X:0.#}" y2="{b.Y:0.#}" stroke="{(connection.Technology == Technology.Dc ? "#5E6C78" : "#4B545E")}" stroke-width="{width:0.#}" stroke-dasharray="{(exists ? "none" : "3 4")}"><title>{_voice.Say(connection.Title)}</title></line>""");
    }

    /// <summary>Energy of the year beside the middle of a connection.</summary>
    Html Energy(MapConnection connection)
    {
        var energy = connection.ForwardMwh + connection.BackwardMwh;
        if (!_labelled || energy < 1 || Ends(connection) is not { } ends)
        {
            return Html.None;
        }

        var middle = ((ends.From.X + ends.To.X) / 2, (ends.From.Y + ends.To.Y) / 2);
        return Label(middle, 4, Numbers.Say(Quantity.EnergyMwh, energy, _voice.Language, _voice.TenMegawatts), "#4E5B67", bold: false);
    }

    Html Far(MapPlace place, int n)
    {
        var y = _height - 24 - (n * 40);
        if (!_labelled)
        {
            return Html.None;
        }

        var start = Local().OrderBy(p => p.Role == BusRole.Hub ? 0 : 1).Select(At).FirstOrDefault((X: _width / 2, Y: _height / 2));
        var end = _width - 192;
        _taken.Add((end, y - 16, 192, 36));
        var distance = place.DistanceKm is { } km ? $"{Numbers.Three(Math.Round(km), grouped: true)} km" : "";
        var trip = place.RoundTripMs is { } ms ? $", {_voice["map.trip"]} {Numbers.Three(ms)} ms" : "";
        return Html.Of($"""<line x1="{start.X:0.#}" y1="{start.Y:0.#}" x2="{end - 8:0.#}" y2="{y:0.#}" stroke="#14202B" stroke-width="1" stroke-dasharray="2 4" marker-end="url(#{_voice.Id}-{_width:0}-arrow)"/><text x="{end:0.#}" y="{y:0.#}" font-weight="700" fill="#14202B">{_voice.Say(place.Title)}</text><text x="{end:0.#}" y="{y + 15:0.#}" fill="#4E5B67">{distance}{trip}</text>""");
    }

    Html Place(MapPlace place)
    {
        var (x, y) = At(place);
        var r = Radius(place);
        var total = place.Capacity.Sum(c => c.Mw);
        var pie = total > 1e-6 ? Pie(place, (x, y), r) : Html.Of($"""<circle cx="{x:0.#}" cy="{y:0.#}" r="3" fill="#14202B"/>""");
        var side = place.ItMw > 1e-6 ? Math.Max(6, (_labelled ? 32 : 18) * Math.Sqrt(place.ItMw / MostMw()) * 1.77) : 0;
        var square = side > 0 ? Html.Of($"""<rect x="{x + (r * .7):0.#}" y="{y + (r * .7):0.#}" width="{side:0.#}" height="{side:0.#}" fill="#0B5563" stroke="#fff"/>""") : Html.None;
        if (side > 0)
        {
            _taken.Add((x + (r * .7), y + (r * .7), side, side));
        }

        return Html.Of($"{pie}{square}{Label((x, y), r, _voice.Say(place.Title), "#14202B", bold: true)}");
    }

    static Html Pie(MapPlace place, (double X, double Y) at, double r)
    {
        var parts = place.Capacity.Where(c => c.Mw > 1e-6).ToArray();
        if (parts.Length == 1)
        {
            return Html.Of($"""<circle cx="{at.X:0.#}" cy="{at.Y:0.#}" r="{r:0.#}" fill="var(--{Voice.Key(parts[0].Technology)})" stroke="#fff"/>""");
        }

        var (sum, total) = (0.0, parts.Sum(c => c.Mw));
        return Html.All(parts.Select(part =>
        {
            var (a, b) = (sum / total * 2 * Math.PI, (sum + part.Mw) / total * 2 * Math.PI);
            sum += part.Mw;
            return Html.Of($"""<path d="M{at.X:0.##} {at.Y:0.##}L{at.X + (r * Math.Sin(a)):0.##} {at.Y - (r * Math.Cos(a)):0.##}A{r:0.##} {r:0.##} 0 {(b - a > Math.PI ? 1 : 0)} 1 {at.X + (r * Math.Sin(b)):0.##} {at.Y - (r * Math.Cos(b)):0.##}Z" fill="var(--{Voice.Key(part.Technology)})" stroke="#fff" stroke-width=".75"/>""");
        }));
    }

    /// <summary>A label at the first of eight positions around a point that meets nothing placed before.</summary>
    Html Label((double X, double Y) at, double r, string text, string colour, bool bold)
    {
        var width = text.Sum(c => c > 0x2E80 ? 12.5 : 7.0) + 4;
        (double X, double Y)[] offsets = [(r + 6, -8), (-r - 6 - width, -8), (-width / 2, -r - 20), (-width / 2, r + 4), (r + 4, r - 2), (r + 2, -r - 16), (-r - width, r), (-r - width, -r - 16)];
        var best = offsets.Select(o => (X: at.X + o.X, Y: at.Y + o.Y)).OrderBy(p => Overlap((p.X, p.Y, width, 16))).First();
        _taken.Add((best.X, best.Y, width, 16));
        return Html.Of($"""<text x="{best.X + 2:0.#}" y="{best.Y + 12:0.#}" fill="{colour}" font-weight="{(bold ? 700 : 400)}" paint-order="stroke" stroke="#fff" stroke-width="3" stroke-linejoin="round">{text}</text>""");
    }

    double Overlap((double X, double Y, double W, double H) box)
    {
        var outside = box.X < 0 || box.Y < 0 || box.X + box.W > _width || box.Y + box.H > _height ? 1000.0 : 0;
        return outside + _taken.Sum(t => Math.Max(0, Math.Min(box.X + box.W, t.X + t.W) - Math.Max(box.X, t.X)) * Math.Max(0, Math.Min(box.Y + box.H, t.Y + t.H) - Math.Max(box.Y, t.Y)));
    }
}
