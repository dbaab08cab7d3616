using Suandian.Reports.Feeders;
using Suandian.Reports.Page;
using Suandian.Scheduling.Comparison;
using Suandian.Scheduling.Statistics;

namespace Suandian.Reports.Jobs;

/// <summary>Processors that run over time, a field for each policy, all on one scale, with what green power would let run.</summary>
/// <param name="solution">The schedules.</param>
/// <param name="voice">How it speaks.</param>
sealed class UtilisationDrawing(ComparisonSolution solution, Voice voice)
{
    const double SecondsPerHour = 3600, KilowattPerMegawatt = 1000;
    const string Shade = "#7FA9B3", Green = "#4C9A2A";

    internal Html Draw(double width)
    {
        var (setting, pieces) = (solution.Setting, width < 500 ? 120 : 360);
        double from = setting.Trace.SubmitS[0], to = solution.Runs.SelectMany(r => r.Schedule.Segments).Select(s => (double)s.EndS).Append(from).Max();
        var (scale, piece) = (new TimeScale(from, Math.Max(from + 1, to)), Math.Max(1, to - from) / pieces);
        (double[], string)[] lines = GreenCpus(from, piece, pieces) is { } green ? [(green, Green)] : [];
        JobField[] fields = [.. solution.Runs.Select(run => new JobField(voice.Start(run.Schedule.Name),
            [(HeldProcessors.Mean(run.Schedule.Segments.Select(s => (s.StartS, s.EndS, setting.Trace.Processors[s.Job])), from, piece, pieces), Shade)], lines))];
        LegendItem[] items = [new(Shade, Say("running"), false), .. setting.Processors > 0 ? [new LegendItem(Svg.High, Say("machine"), false)] : Array.Empty<LegendItem>(), .. lines.Select(_ => new LegendItem(Green, Say("green"), false))];
        return new FieldStack(Say("utilisation"), (scale, piece, Say(scale.Key)), items) { Level = setting.Processors }.Draw(width, fields);
    }

    /// <summary>Processors that green power lets run, mean of each piece; null where nobody tells it.</summary>
    double[]? GreenCpus(double from, double piece, int pieces)
    {
        if (solution.Setting.Series is not { GreenMw: { } meter } series)
        {
            return null;
        }

        double[] mw = [.. meter.Select((v, h) => v / series.PueAt(h))]; // for the processors, behind what cooling takes

        double Before(double hour) => mw.Take((int)hour).Sum() + (hour < mw.Length ? mw[(int)hour] * (hour - Math.Floor(hour)) : 0); // MWh until then
        double[] until = [.. Enumerable.Range(0, pieces + 1).Select(i => Before(Math.Min(mw.Length, (from + i * piece) / SecondsPerHour)))];
        return [.. Enumerable.Range(0, pieces).Select(i => (until[i + 1] - until[i]) / (piece / SecondsPerHour) * KilowattPerMegawatt / solution.Setting.KilowattPerCpu)];
    }

    string Say(string key) => JobPage.Say(voice, key);
}
