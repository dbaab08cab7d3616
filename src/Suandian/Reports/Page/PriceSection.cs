using Suandian.Prices;

using Suandian.Reports.Figures;

namespace Suandian.Reports.Page;

/// <summary>What a delivered kilowatt-hour and a GPU-hour are made of: part, floating bar, plan, base.</summary>
static class PriceSection
{
    internal static Html Write(Voice voice, StudyFigures figures, int number) => PageParts.Section(
        voice, "price", number, figures.EnergyPrice.Finding, Html.Of($"""
            <p class="p">{voice.Say(figures.GpuHourPrice.Finding)}</p>
            <div class="two">{Steps(voice, figures, figures.EnergyPrice, "price.energy")}{Steps(voice, figures, figures.GpuHourPrice, "price.gpu")}</div>
            """));

    static Html Steps(Voice voice, StudyFigures figures, ReportFigure<PriceFigures> figure, string title)
    {
        var price = figure.Data;
        var unit = voice.Unit(price.Quantity);
        var (low, high) = Range(price);
        var least = 1e-4 * Math.Max(Math.Abs(price.Total.Plan), Math.Abs(price.Total.Base ?? 0));
        var from = 0.0;
        var rows = new List<Html>();
        foreach (var part in price.Parts.Where(p => Math.Abs(p.Value.Plan) > least || Math.Abs(p.Value.Base ?? 0) > least))
        {
            rows.Add(Row(voice, price, part, (from, from + part.Value.Plan), (low, high)));
            from += part.Value.Plan;
        }

        return Html.Of($"""
            <figure><p class="ft"><b>{voice[title]}</b>{voice.Of("price.unit", ("unit", unit))}</p>
            <div class="steps"><div class="r h"><span></span><span></span><span class="n">{voice["compare.plan"]}</span><span class="n">{voice["compare.today"]}</span></div>{rows}
            <div class="r t"><span>{voice["price.total"]}</span><span class="b">{Strip((0, price.Total.Plan), (low, high), "ink")}{Mark(price.Total.Base, (low, high))}</span><span class="n">{voice.Cell(price.Quantity, price.Total.Plan)}</span><span class="n muted">{voice.Cell(price.Quantity, price.Total.Base)}</span></div></div>
            {PageParts.Foot(voice, figures, figure.Sha256)}</figure>
            """);
    }

    static Html Row(Voice voice, PriceFigures price, PricePartRow part, (double From, double To) span, (double, double) range) => Html.Of($"""
        <div class="r"><span>{voice.Start(part.Name)}</span><span class="b">{Strip(span, range, Colour(part.Part))}</span><span class="n">{Value(voice, price.Quantity, part.Value.Plan)}</span><span class="n muted">{Value(voice, price.Quantity, part.Value.Base)}</span></div>

        """);

    static string Value(Voice voice, Quantity quantity, double? value) => value is null or 0 ? "–" : voice.Cell(quantity, value);

    static Html Strip((double From, double To) span, (double Low, double High) range, string colour)
    {
        var width = range.High - range.Low;
        var left = (Math.Min(span.From, span.To) - range.Low) / width;
        return Math.Abs(span.To - span.From) < 1e-12
            ? Html.None
            : Html.Of($"""<i style="left:{Html.Percent(left)};width:{Html.Percent(Math.Abs(span.To - span.From) / width)};background:{ColourValue(colour)}"></i>""");
    }

    static Html Mark(double? value, (double Low, double High) range) => value is { } at
        ? Html.Of($"""<u style="left:{Html.Percent((at - range.Low) / (range.High - range.Low))}"></u>""")
        : Html.None;

    static (double Low, double High) Range(PriceFigures price)
    {
        var (low, high, sum) = (0.0, Math.Max(price.Total.Base ?? 0, price.Total.Plan), 0.0);
        foreach (var part in price.Parts)
        {
            sum += part.Value.Plan;
            low = Math.Min(low, sum);
            high = Math.Max(high, sum);
        }

        return (low, high > low ? high : low + 1);
    }

    static string ColourValue(string colour) => colour.StartsWith('#') ? colour : $"var(--{colour})";

    static string Colour(PricePart part) => part switch
    {
        PricePart.Wind => "wind",
        PricePart.Pv => "pv",
        PricePart.Csp => "csp",
        PricePart.Hydro => "hydro",
        PricePart.Coal => "coal",
        PricePart.Gas => "gas",
        PricePart.Storage => "battery",
        PricePart.ImportEnergy => "import",
        PricePart.ImportNetwork => "#B9C1C8",
        PricePart.DemandCharge => "ink",
        PricePart.ExportRevenue => "export",
        PricePart.Shedding or PricePart.UndoneWork => "unserved",
        PricePart.Servers => "accent",
        PricePart.ComputingUpkeep => "#4B8591",
        PricePart.Halls => "#8FB3BA",
        PricePart.Fibre => "#5E6C78",
        PricePart.Power => "pv",
        _ => "other",
    };
}
