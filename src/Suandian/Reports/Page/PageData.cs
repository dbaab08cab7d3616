using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Suandian.Network;
using Suandian.Reports.Figures;
using Suandian.Texts;

namespace Suandian.Reports.Page;

/// <summary>The numbers that the charts draw, as JSON for the page; long arrays as base64 of little-endian 32-bit floats.</summary>
static class PageData
{
    static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default };

    internal static string Write(StudyFigures figures)
    {
        var (facts, dispatch) = (figures.Case.Data, figures.Dispatch.Data);
        var week = dispatch.Weeks.Length == 0 ? null : dispatch.Weeks[Math.Clamp(dispatch.MostCurtailedWeek, 0, dispatch.Weeks.Length - 1)];
        var (series, stack) = Series(dispatch);
        series["green"] = Floats(figures.Green.Data.SharePu);
        var data = new JsonObject
        {
            ["year"] = facts.Year,
            ["whole"] = facts.IsWholeYear,
            ["hours"] = Floats(dispatch.HourOfYear.Select(h => (double)h)),
            ["weights"] = Floats(dispatch.WeightH),
            ["first"] = week?.First ?? 0,
            ["span"] = week?.Count ?? Math.Min(168, dispatch.HourOfYear.Length),
            ["days"] = Numbers(dispatch.HourOfYear.Select(h => h / 24).Distinct().Select(d => (double)d)),
            ["blocks"] = new JsonArray([.. Blocks(facts, dispatch).Select(b => new JsonArray(b.First, b.Count))]),
            ["stack"] = new JsonArray([.. stack.Select(k => JsonValue.Create(k))]),
            ["names"] = Names(dispatch),
            ["series"] = series,
            ["duration"] = Duration(figures),
            ["storage"] = Storage(figures.Storage.Data, facts),
            ["compute"] = Compute(figures.Computing.Data),
        };
        return data.ToJsonString(Compact);
    }

    static IEnumerable<(int First, int Count)> Blocks(CaseFacts facts, DispatchFigures dispatch)
    {
        var total = dispatch.HourOfYear.Length;
        return facts.IsWholeYear
            ? Enumerable.Range(0, 52).Select(w => (w * 168, w == 51 ? total - (51 * 168) : 168))
            : dispatch.Weeks.Select(w => (w.First, w.Count));
    }

    static (JsonObject Series, List<string> Stack) Series(DispatchFigures dispatch)
    {
        var series = new JsonObject();
        var stack = new List<string>();
        foreach (var layer in dispatch.Supply)
        {
            Add(Voice.Key(layer.Technology), layer.Mw);
        }

        Add("unserved", dispatch.ShedMw);
        Add("curtailed", dispatch.CurtailedMw);
        foreach (var layer in dispatch.Below)
        {
            Add(layer.Technology == Technology.Export ? "export" : "charge", layer.Mw);
        }

        var demand = dispatch.OtherLoadMw.Select((v, t) => v + dispatch.FixedComputingMw[t] + dispatch.FlexibleComputingMw[t]);
        series["demand"] = Floats(demand);
        series["other"] = Floats(dispatch.OtherLoadMw);
        return (series, stack);

        void Add(string key, double[] values)
        {
            if (series.ContainsKey(key))
            {
                return;
            }

            stack.Add(key);
            series[key] = Floats(values);
        }
    }

    static JsonObject Names(DispatchFigures dispatch)
    {
        var names = new JsonObject();
        foreach (var layer in dispatch.Supply.Concat(dispatch.Below.Where(l => l.Technology == Technology.Export)))
        {
            names[Voice.Key(layer.Technology)] = Both(layer.Name);
        }

        foreach (var key in (string[])["charge", "unserved", "curtailed", "demand", "other"])
        {
            names[key] = Both(Phrases.Of("page.series." + key));
        }

        return names;
    }

    static JsonObject Duration(StudyFigures figures)
    {
        var data = figures.Duration.Data;
        var lines = new List<(string Key, double[] Y, string Colour, string Dash)>
        {
            ("demand", data.LoadMw, "#14202B", "solid"),
            ("residual", data.ResidualLoadMw, "#8A6A16", "dotted"),
            ("import", data.ImportMw, "#4B545E", "solid"),
        };
        if (data.BaseImportMw.Length > 0)
        {
            lines.Add(("baseimport", data.BaseImportMw, "#6B7781", "dashed"));
        }

        var used = new List<int>();
        var drawn = lines.Select(line =>
        {
            var at = Widest(lines, line.Y, used);
            used.Add(at);
            return (JsonNode)new JsonObject
            {
                ["name"] = Both(Phrases.Of("page.duration." + line.Key)),
                ["y"] = Numbers(line.Y),
                ["colour"] = line.Colour,
                ["dash"] = line.Dash,
                ["at"] = at,
                ["above"] = lines.Count(o => o.Y[at] > line.Y[at]) <= lines.Count(o => o.Y[at] < line.Y[at]),
            };
        }).ToArray();
        return new JsonObject { ["x"] = Numbers(Enumerable.Range(0, data.LoadMw.Length).Select(i => 100.0 * i / (data.LoadMw.Length - 1))), ["lines"] = new JsonArray(drawn) };
    }

    /// <summary>The point of a line that is farthest from the other lines and from labels already placed.</summary>
    static int Widest(List<(string Key, double[] Y, string Colour, string Dash)> lines, double[] own, List<int> used)
    {
        var height = Math.Max(1e-9, lines.Max(l => l.Y.Max()) - lines.Min(l => l.Y.Min()));
        return Enumerable.Range(12, 66).OrderByDescending(i =>
        {
            var gap = lines.Where(o => o.Y != own).Select(o => Math.Abs(o.Y[i] - own[i])).DefaultIfEmpty(0).Min() / height;
            var apart = used.Select(u => Math.Min(22, Math.Abs(u - i))).DefaultIfEmpty(22).Min() / 22.0;
            return Math.Min(gap, .12) + (.5 * apart);
        }).First();
    }

    static JsonArray Storage(StorageFigures storage, CaseFacts facts) => new([.. storage.Units.Select(unit => (JsonNode)new JsonObject
    {
        ["colour"] = unit.Technology is Technology.Csp or Technology.Heat ? "#E2793A" : "#3B1F6B",
        ["day"] = Numbers(storage.Days.Select(d => (double)(d.DayNumber - new DateOnly(facts.Year, 1, 1).DayNumber))),
        ["min"] = Numbers(unit.DayMinPu),
        ["mean"] = Numbers(unit.DayMeanPu),
        ["max"] = Numbers(unit.DayMaxPu),
    })]);

    static JsonObject Compute(ComputingFigures computing) => new()
    {
        ["classes"] = new JsonArray([.. computing.Classes.Select(c => (JsonNode)new JsonObject { ["key"] = Voice.Key(c.Class), ["name"] = Both(c.Name), ["y"] = Numbers(c.RunMw) })]),
        ["arrivals"] = Numbers(computing.ArrivalMwByHour),
        ["dear"] = new JsonArray([.. Runs(computing.DearHours).Select(r => new JsonArray(r.From, r.To))]),
    };

    /// <summary>Runs of consecutive hours as [first, last + 1].</summary>
    static IEnumerable<(int From, int To)> Runs(int[] hours)
    {
        for (var i = 0; i < hours.Length;)
        {
            var j = i;
            while (j + 1 < hours.Length && hours[j + 1] == hours[j] + 1)
            {
                j++;
            }

            yield return (hours[i], hours[j] + 1);
            i = j + 1;
        }
    }

    static JsonArray Both(Text text) => new(text.Zh, text.En);

    static JsonArray Numbers(IEnumerable<double> values) =>
        new([.. values.Select(v => double.IsNaN(v) ? null : JsonValue.Create(double.Parse(v.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)))]);

    static string Floats(IEnumerable<double> values) =>
        Convert.ToBase64String(MemoryMarshal.AsBytes<float>(values.Select(v => (float)v).ToArray()));
}
