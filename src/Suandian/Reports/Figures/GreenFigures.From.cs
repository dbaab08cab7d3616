namespace Suandian.Reports.Figures;

public sealed partial record GreenFigures
{
    internal static GreenFigures From(StudyView view)
    {
        var plan = view.Plan;
        var share = GreenTracing.Share(plan, countImports: false);
        var weight = view.Calendar.Snapshots.WeightH;
        var (part, use) = (new double[288], new double[288]);
        var (fully, mostly) = (0.0, 0.0);
        for (var t = 0; t < share.Length; t++)
        {
            var cell = ((view.Calendar.Snapshots.Month[t] - 1) * 24) + view.Calendar.HourOfDay[t];
            use[cell] += weight[t] * plan.Consumption[t];
            part[cell] += weight[t] * plan.Consumption[t] * share[t];
            fully += share[t] >= 0.995 ? weight[t] : 0;
            mostly += share[t] < 0.5 ? weight[t] : 0;
        }

        double[] byHour = [.. Enumerable.Range(0, 24).Select(h => Ratio(Column(part, h), Column(use, h)))];
        return new GreenFigures
        {
            SharePu = share,
            ByMonthAndHourPu = [.. part.Zip(use, Ratio)],
            ByHourPu = byHour,
            YearPu = view.Both(run => OfYear(run, countImports: false)),
            YearWithImportsPu = view.Both(run => OfYear(run, countImports: true)),
            FullyGreenH = fully,
            MostlyNotGreenH = mostly,
            WeakestHour = Enumerable.Range(0, 24).MinBy(h => double.IsNaN(byHour[h]) ? double.MaxValue : byHour[h]),
        };
    }

    internal static double OfYear(RunView run, bool countImports)
    {
        var share = GreenTracing.Share(run, countImports);
        var green = run.Yearly([.. share.Zip(run.Consumption, (s, c) => s * c)]);
        var use = run.Yearly(run.Consumption);
        return use > 0 ? green / use : 0;
    }

    static double Column(double[] table, int hour) => Enumerable.Range(0, 12).Sum(m => table[(m * 24) + hour]);

    static double Ratio(double part, double whole) => whole > 0 ? part / whole : double.NaN;
}
