namespace Suandian.Reports.Figures;

public sealed partial record CurtailmentFigures
{
    internal static CurtailmentFigures From(StudyView view)
    {
        var plan = view.Plan;
        var days = view.Calendar.Days.Length;
        var (energy, weightDays) = (new double[days], new double[days]);
        for (var t = 0; t < plan.T; t++)
        {
            energy[view.Calendar.DayOf[t]] += plan.Curtailed[t];
            weightDays[view.Calendar.DayOf[t]] += plan.Weight[t] / 24;
        }

        var year = plan.Yearly(plan.Curtailed);
        return new CurtailmentFigures
        {
            Days = view.Calendar.Days,
            DayMwh = [.. energy.Select(mwh => mwh < 1e-6 ? 0 : mwh)],
            YearMwh = year,
            SharePu = Share(plan),
            DaysWithHalf = HalfIn(energy, weightDays),
            DaysWithout = Enumerable.Range(0, days).Where(d => energy[d] < 0.1).Sum(d => weightDays[d]),
        };
    }

    /// <summary>Curtailed over available green energy, pu; 0 where there is none.</summary>
    internal static double Share(RunView run)
    {
        var available = run.Yearly(run.Available);
        return available > 0 ? run.Yearly(run.Curtailed) / available : 0;
    }

    /// <summary>Fewest days of the year that hold half of the energy.</summary>
    /// <param name="energyMwh">Energy of each computed day, MWh.</param>
    /// <param name="weightDays">Days of the year each stands for.</param>
    internal static double HalfIn(double[] energyMwh, double[] weightDays)
    {
        var half = energyMwh.Zip(weightDays, (e, w) => e * w).Sum() / 2;
        var days = 0.0;
        foreach (var d in Enumerable.Range(0, energyMwh.Length).OrderByDescending(d => energyMwh[d]).ThenBy(d => d))
        {
            if (half <= 1e-9 || energyMwh[d] <= 0)
            {
                break;
            }

            var take = Math.Min(1, half / (energyMwh[d] * weightDays[d]));
            days += take * weightDays[d];
            half -= take * energyMwh[d] * weightDays[d];
        }

        return days;
    }
}
