using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Drawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;
using Picture = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>Pictures inside an official document.</summary>
static class OfficialWordFigure
{
    /// <summary>English metric units in a millimetre.</summary>
    const double UnitsPerMm = 36000;

    /// <summary>The picture in a paragraph of its own, kept with the caption below it.</summary>
    internal static Paragraph Paragraph(OfficialFigure figure, MainDocumentPart main)
    {
        var (width, height) = PngSize.Of(figure.Png.AsSpan());
        uint number = (uint)main.ImageParts.Count() + 1;
        string id = "image" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using (var stream = new MemoryStream([.. figure.Png]))
        {
            main.AddNewPart<ImagePart>("image/png", id).FeedData(stream);
        }

        long across = (long)(Math.Min(figure.WidthMm, 156) * UnitsPerMm);
        long down = across * height / width;
        return new Paragraph(
            new ParagraphProperties(new KeepNext(), new SnapToGrid { Val = false }, new Justification { Val = JustificationValues.Center }),
            new Run(new Drawing(Inline(figure, (id, number), across, down))));
    }

    static Wp.Inline Inline(OfficialFigure figure, (string Id, uint Number) picture, long across, long down) => new(
        new Wp.Extent { Cx = across, Cy = down },
        new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
        new Wp.DocProperties { Id = picture.Number, Name = picture.Id, Description = figure.Caption },
        new A.Graphic(new A.GraphicData(new Picture.Picture(
            new Picture.NonVisualPictureProperties(
                new Picture.NonVisualDrawingProperties { Id = picture.Number, Name = picture.Id }, new Picture.NonVisualPictureDrawingProperties()),
            new Picture.BlipFill(new A.Blip { Embed = picture.Id }, new A.Stretch(new A.FillRectangle())),
            new Picture.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = across, Cy = down }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
        {
            Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
        }))
    {
        DistanceFromTop = 0,
        DistanceFromBottom = 0,
        DistanceFromLeft = 0,
        DistanceFromRight = 0,
    };
}
