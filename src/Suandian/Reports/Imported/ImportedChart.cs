using System.Globalization;
using Suandian.Reports.Page;

namespace Suandian.Reports.Imported;

/// <summary>Charts over the snapshots without script: bars one on another with a line over them, or one line. Long series are drawn as means of runs.</summary>
static class ImportedChart
{
    /// <summary>Most bars of a chart.</summary>
    const int Most = 168;

    const double Width = 1000, Height = 240;

    /// <summary>Supply above zero, use below it, the load as a line.</summary>
    internal static Html Balance(Voice voice, ImportedBalance balance, double[] weight, string[] labels)
    {
        var bins = Bins(weight);
        double[][] up = [.. balance.Supply.Select(s => Means(s.Mw, weight, bins))];
        double[][] down = [.. balance.Use.Select(s => Means(s.Mw, weight, bins))];
        var load = Means(balance.LoadMw, weight, bins);
        var top = Enumerable.Range(0, bins.Length).Max(b => Math.Max(load[b], up.Sum(s => s[b])));
        var bottom = Math.Min(0, Enumerable.Range(0, bins.Length).Min(b => Math.Min(load[b], -down.Sum(s => s[b]))));
        var scale = new Scale(bottom, top > bottom ? top : bottom + 1, bins.Length);
        var bars = Stack(scale, up, [.. balance.Supply.Select(s => s.Colour)], 1).Concat(Stack(scale, down, [.. balance.Use.Select(s => s.Colour)], -1));
        return Frame(voice, scale, labels, Html.Of($"{bars}{Steps(scale, load)}"));
    }

    /// <summary>A value by the snapshot, as steps.</summary>
    internal static Html Line(Voice voice, double[] values, double[] weight, string[] labels)
    {
        var bins = Bins(weight);
        var means = Means(values, weight, bins);
        var (low, high) = (Math.Min(0, means.Min()), means.Max());
        var scale = new Scale(low, high > low ? high : low + 1, bins.Length);
        return Frame(voice, scale, labels, Steps(scale, means));
    }

    static Html Frame(Voice voice, Scale scale, string[] labels, Html drawing) => Html.Of($"""
        <div class="plot"><span class="y">{Numbers.Three(scale.Top, grouped: true)}</span><svg viewBox="0 0 {Number(Width)} {Number(Height)}" preserveAspectRatio="none" role="img" aria-label="{voice.Say(Texts.Phrases.Of("imported.chart"))}">{drawing}<line x1="0" x2="{Number(Width)}" y1="{Number(scale.Y(0))}" y2="{Number(scale.Y(0))}" stroke="#6B7781" vector-effect="non-scaling-stroke"/></svg><span class="y">{Numbers.Three(scale.Bottom, grouped: true)}</span><p class="x"><span>{labels[0]}</span><span>{labels[^1]}</span></p></div>
        """);

    static IEnumerable<Html> Stack(Scale scale, double[][] series, string[] colours, int sign)
    {
        var height = new double[scale.Bins];
        for (var s = 0; s < series.Length; s++)
        {
            for (var b = 0; b < scale.Bins; b++)
            {
                if (series[s][b] > 0)
                {
                    var (from, to) = (scale.Y(sign * height[b]), scale.Y(sign * (height[b] + series[s][b])));
                    height[b] += series[s][b];
                    yield return Html.Of($"""<rect x="{Number(scale.X(b))}" y="{Number(Math.Min(from, to))}" width="{Number(scale.X(1) + 0.3)}" height="{Number(Math.Abs(from - to))}" style="fill:{colours[s]}"/>""");
                }
            }
        }
    }

    static Html Steps(Scale scale, double[] values)
    {
        var points = values.SelectMany((v, b) => new[] { (scale.X(b), scale.Y(v)), (scale.X(b + 1), scale.Y(v)) }).Select(p => $"{Number(p.Item1)},{Number(p.Item2)}");
        return Html.Of($"""<polyline points="{string.Join(' ', points)}" fill="none" stroke="#14202B" stroke-width="1.5" vector-effect="non-scaling-stroke"/>""");
    }

    /// <summary>First snapshots of runs of equal length; all snapshots where they are few.</summary>
    static (int First, int End)[] Bins(double[] weight)
    {
        var count = Math.Min(Most, weight.Length);
        return [.. Enumerable.Range(0, count).Select(b => ((int)((long)b * weight.Length / count), (int)((long)(b + 1) * weight.Length / count)))];
    }

    static double[] Means(double[] values, double[] weight, (int First, int End)[] bins) => [.. bins.Select(bin =>
    {
        var (sum, all) = (0.0, 0.0);
        for (var t = bin.First; t < bin.End; t++)
        {
            (sum, all) = (sum + weight[t] * values[t], all + weight[t]);
        }

        return all > 0 ? sum / all : values[bin.First];
    })];

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    sealed record Scale(double Bottom, double Top, int Bins)
    {
        internal double X(int bin) => bin * Width / Bins;

        internal double Y(double value) => Height * (Top - value) / (Top - Bottom);
    }
}
