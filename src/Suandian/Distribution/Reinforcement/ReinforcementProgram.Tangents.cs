using Suandian.Optimisation;

namespace Suandian.Distribution.Reinforcement;

/// <content>Tangents of cones and ratings.</content>
sealed partial class ReinforcementProgram
{
    /// <summary>Violations below this are left, on the base of all loads.</summary>
    const double Tolerance = 1e-6;

    /// <summary>Adds tangents of hours that are held; others are left out.</summary>
    internal void Add(IEnumerable<ConeCut> cones, IEnumerable<RatingCut> ratings)
    {
        (int I, int O, int T, ConeCut Cut)[] cuts = [.. cones.Select(c => (Cut: c, T: Array.IndexOf(_hours, c.Hour))).Where(c => c.T >= 0)
            .SelectMany(c => (c.Cut.Conductor < 0 ? Enumerable.Range(0, _flows[c.Cut.Position].Conductors.Length) : [c.Cut.Conductor]).Select(o => (c.Cut.Position, o, c.T, c.Cut)))];
        Model.Subject($"cone_{_round}", cuts.Length, n => cuts[n] is var (i, o, t, cut)
            ? 2 * cut.X * _flows[i].Active[o, t] + 2 * cut.Y * _flows[i].Reactive[o, t] + (cut.Z - 1) * _flows[i].Current[o, t] - (cut.Z + 1) * _flows[i].End[o, t] <= 0 : default);
        (int O, int T, RatingCut Cut)[] circles = [.. ratings.Select(c => (Cut: c, T: Array.IndexOf(_hours, c.Hour))).Where(c => c.T >= 0)
            .SelectMany(c => Enumerable.Range(0, _flows[c.Cut.Position].Conductors.Length).Where(o => _flows[c.Cut.Position].Conductors[o].Rating > 0).Select(o => (o, c.T, c.Cut)))];
        Model.Subject($"rating_{_round}", circles.Length, n => Rated(circles[n].Cut, circles[n].O, circles[n].T));
        _round++;
    }

    /// <summary>The tangents that a point breaks.</summary>
    internal (ConeCut[] Cones, RatingCut[] Ratings) Broken(LinearSolution point)
    {
        var (cones, ratings) = (new List<ConeCut>(), new List<RatingCut>());
        foreach (var (i, flow) in _flows)
        {
            double[] p = point.Values(flow.Active), q = point.Values(flow.Reactive), l = point.Values(flow.Current), w = point.Values(flow.End);
            for (var n = 0; n < p.Length; n++)
            {
                (double X, double Y, double Z) at = (2 * p[n], 2 * q[n], l[n] - w[n]);
                if (Math.Sqrt(at.X * at.X + at.Y * at.Y + at.Z * at.Z) - l[n] - w[n] > Tolerance && ConeCut.Through((i, n / _hours.Length, _hours[n % _hours.Length]), at) is { } cut)
                {
                    cones.Add(cut);
                }
            }

            for (var t = 0; t < _hours.Length; t++)
            {
                ratings.AddRange(Overloaded(i, (p, q, l, w), t));
            }
        }

        return ([.. cones], [.. ratings.Distinct()]);
    }

    IEnumerable<RatingCut> Overloaded(int i, (double[] P, double[] Q, double[] L, double[] W) at, int t)
    {
        var flow = _flows[i];
        for (var o = 0; o < flow.Conductors.Length; o++)
        {
            var (n, (r, x, rating, half)) = (o * _hours.Length + t, flow.Conductors[o]);
            var sending = at.W[n] + 2 * (r * at.P[n] + x * at.Q[n]) + (r * r + x * x) * at.L[n];
            foreach (var (isSending, p, q) in ((bool, double, double)[])[(false, at.P[n], at.Q[n] + half * at.W[n]), (true, at.P[n] + r * at.L[n], at.Q[n] + x * at.L[n] - half * sending)])
            {
                if (rating > 0 && double.Hypot(p, q) > rating * (1 + FeederModel.Slack) + Tolerance)
                {
                    yield return new RatingCut(i, _hours[t], Math.Round(Math.Atan2(q, p), 3), isSending);
                }
            }
        }
    }

    /// <summary>cos · active(end) + sin · reactive(end) ≤ rating(o) · built(o)</summary>
    Constraint Rated(RatingCut cut, int o, int t)
    {
        var (flow, (sin, cos)) = (_flows[cut.Position], Math.SinCos(cut.Angle));
        var rating = flow.Conductors[o].Rating * (1 + FeederModel.Slack);
        return cut.IsSending
            ? cos * flow.LeavingActive(o, t) + sin * flow.LeavingReactive(o, t) + Built(cut.Position, o, -rating) <= Given(o, rating)
            : cos * flow.Active[o, t] + sin * flow.Reactive[o, t] + sin * flow.Conductors[o].Half * flow.End[o, t] + Built(cut.Position, o, -rating) <= Given(o, rating);
    }
}
