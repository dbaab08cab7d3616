using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Drawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>Bars of an official document as a chart of DrawingML (ISO/IEC 29500), whose numbers stand in the file.</summary>
static class OfficialWordChart
{
    const uint Names = 1, Shares = 2;

    /// <summary>English metric units in a millimetre.</summary>
    const double UnitsPerMm = 36000;

    const double WidthMm = 150, BarMm = 5.6, AxisMm = 10;

    /// <summary>The chart in a paragraph of its own, kept with the caption below it.</summary>
    internal static Paragraph Paragraph(OfficialBars bars, MainDocumentPart main)
    {
        uint number = (uint)main.ChartParts.Count() + 1;
        string id = "chart" + number.ToString(CultureInfo.InvariantCulture);
        main.AddNewPart<ChartPart>(id).ChartSpace = new C.ChartSpace(new C.RoundedCorners { Val = false }, new C.Chart(
            new C.AutoTitleDeleted { Val = true }, Area(bars), new C.PlotVisibleOnly { Val = true }), Letters());
        long across = (long)(WidthMm * UnitsPerMm), down = (long)((AxisMm + (BarMm * bars.Bars.Length)) * UnitsPerMm);
        return new Paragraph(
            new ParagraphProperties(new KeepNext(), new SnapToGrid { Val = false }, new Justification { Val = JustificationValues.Center }),
            new Run(new Drawing(new Wp.Inline(
                new Wp.Extent { Cx = across, Cy = down },
                new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
                new Wp.DocProperties { Id = number, Name = id, Description = bars.Caption },
                new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
            {
                DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
            })));
    }

    static C.PlotArea Area(OfficialBars bars) => new(
        new C.Layout(),
        new C.BarChart(
            new C.BarDirection { Val = C.BarDirectionValues.Bar }, new C.BarGrouping { Val = C.BarGroupingValues.Clustered }, new C.VaryColors { Val = false },
            Series(bars), new C.GapWidth { Val = 60 }, new C.AxisId { Val = Names }, new C.AxisId { Val = Shares }),
        new C.CategoryAxis(
            new C.AxisId { Val = Names }, new C.Scaling(new C.Orientation { Val = C.OrientationValues.MaxMin }), new C.Delete { Val = false },
            new C.AxisPosition { Val = C.AxisPositionValues.Left }, new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low }, new C.CrossingAxis { Val = Shares }, new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.TickLabelSkip { Val = 1 }),
        new C.ValueAxis(
            new C.AxisId { Val = Shares },
            new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MaxAxisValue { Val = (double)OfficialBars.Most }, new C.MinAxisValue { Val = 0 }),
            new C.Delete { Val = false }, new C.AxisPosition { Val = C.AxisPositionValues.Top }, new C.MajorGridlines(Line("BFBFBF")),
            new C.NumberingFormat { FormatCode = "0%", SourceLinked = false }, new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.High }, new C.CrossingAxis { Val = Names }, new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.MajorUnit { Val = 0.5 }));

    static C.BarChartSeries Series(OfficialBars bars) => new(
        new C.Index { Val = 0 }, new C.Order { Val = 0 }, new C.SeriesText(new C.NumericValue(bars.Measure)),
        new C.ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = "595959" })), new C.InvertIfNegative { Val = false },
        new C.CategoryAxisData(new C.StringLiteral(
        [
            new C.PointCount { Val = (uint)bars.Bars.Length }, .. bars.Bars.Select((b, i) => new C.StringPoint(new C.NumericValue($"{b.Name} {b.Words}")) { Index = (uint)i }),
        ])),
        new C.Values(new C.NumberLiteral(
        [
            new C.FormatCode("0%"), new C.PointCount { Val = (uint)bars.Bars.Length },
            .. bars.Bars.Select((b, i) => new C.NumericPoint(new C.NumericValue(b.Shown.ToString(CultureInfo.InvariantCulture))) { Index = (uint)i }),
        ])));

    static C.ChartShapeProperties Line(string colour) => new(new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = colour })) { Width = 6350 });

    /// <summary>小五, black, for all words of the chart.</summary>
    static C.TextProperties Letters() => new(
        new A.BodyProperties(), new A.ListStyle(),
        new A.Paragraph(new A.ParagraphProperties(new A.DefaultRunProperties(
            new A.SolidFill(new A.RgbColorModelHex { Val = "000000" }), new A.LatinFont { Typeface = "仿宋_GB2312" }, new A.EastAsianFont { Typeface = "仿宋_GB2312" })
        { FontSize = 900 }),
            new A.EndParagraphRunProperties { Language = "zh-CN" }));
}
