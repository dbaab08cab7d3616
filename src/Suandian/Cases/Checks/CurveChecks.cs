using Suandian.Cases.Tables;
using Suandian.Network;

namespace Suandian.Cases.Checks;

/// <summary>Power curves grow in wind speed; profiles have indices of their kind and are not zero all day.</summary>
static class CurveChecks
{
    internal static void Run(CheckedCase c)
    {
        foreach (var turbine in c.Tables.PowerCurves.Where(p => p.Record.Turbine.Length > 0).GroupBy(p => p.Record.Turbine))
            Curve(c, [.. turbine]);
        foreach (var row in c.Tables.Profiles)
            Index(c, row);
        foreach (var profile in c.Tables.Profiles.Where(p => p.Record.Name.Length > 0).GroupBy(p => p.Record.Name))
            Profile(c, [.. profile]);
    }

    static void Curve(CheckedCase c, Row<PowerCurvePoint>[] points)
    {
        if (points.Length < 2)
            c.Add(ProblemCode.CurveTooShort, points[0], "turbine");
        for (int i = 1; i < points.Length; i++)
        {
            double before = points[i - 1].Record.WindSpeedMS;
            if (points[i].Record.WindSpeedMS <= before)
                c.Add(ProblemCode.CurveNotAscending, points[i], "wind_speed_m_s", ("before", before));
        }
    }

    static void Index(CheckedCase c, Row<ProfileFactor> row)
    {
        if (!row.Sound("kind", "index"))
            return;
        int index = row.Record.Index;
        var (fits, range) = row.Record.Kind switch
        {
            ProfileFactorKind.Hour => (index is >= 0 and <= 23, "0 … 23"),
            ProfileFactorKind.Month => (index is >= 1 and <= 12, "1 … 12"),
            ProfileFactorKind.Weekday => (index is >= 1 and <= 7, "1 … 7"),
            _ => (index / 100 is >= 1 and <= 12 && index % 100 <= 23, "100 … 1223 (month*100+hour)"),
        };
        if (!fits)
            c.Add(ProblemCode.ProfileIndex, row, "index", ("range", range), ("kind", c.TextOf(row, "kind")));
    }

    static void Profile(CheckedCase c, Row<ProfileFactor>[] rows)
    {
        var first = rows[0];
        foreach (var row in rows.Where(r => r.Record.Normalise != first.Record.Normalise && r.Sound("normalise")).Take(1))
            c.Add(ProblemCode.ProfileNormaliseDiffers, row, "normalise", ("first", first.Line));
        bool allHours = rows.Count(r => r.Record.Kind == ProfileFactorKind.Hour) == 24;
        if (allHours && rows.All(r => r.Record.Factor == 0))
            c.Add(ProblemCode.ProfileZero, first, "factor");
    }
}
