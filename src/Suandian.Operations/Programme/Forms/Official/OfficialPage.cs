using System.Globalization;
using Suandian.Reports.Page;
using Suandian.Texts;

namespace Suandian.Operations.Programme.Forms.Official;

/// <summary>Writes an official document as one HTML page, to read on a screen or to print on A4.</summary>
public static class OfficialPage
{
    const string Style = """
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
        body { font: 21px/1.81 "FangSong_GB2312", FangSong, 仿宋, "Noto Serif CJK SC", serif; color: #000; background: #fff; text-align: justify; }
        body { max-width: 28em; margin: 48px auto; padding: 0 16px; }
        h1 { font: 29px/1.5 "FZXiaoBiaoSong-B05S", 方正小标宋简体, "Noto Serif CJK SC", serif; text-align: center; margin: 0 0 1em; text-wrap: balance; }
        h2, h3, h4, h5 { font-size: 1em; line-height: inherit; margin: 0; text-indent: 2em; break-after: avoid; font-weight: normal; }
        h2 { font-family: SimHei, 黑体, "Noto Sans CJK SC", sans-serif; } h3 { font-family: KaiTi_GB2312, KaiTi, 楷体, serif; } h4 { font-weight: bold; }
        p { margin: 0; text-indent: 2em; }
        .number, .to, .right, figcaption, caption, .attachment { text-indent: 0; }
        .number { text-align: center; margin-bottom: 1em; } .right { text-align: right; padding-right: 4em; } .signed { margin-top: 2em; } .attachments { margin-top: 1em; }
        figure, .wide { margin: 12px 0; } .wide { overflow-x: auto; }
        .bars { display: grid; grid-template-columns: minmax(7em, 42%) 1fr; gap: 3px 8px; margin: 0; font-size: 16px; line-height: 1.3; text-align: left; }
        .bars dt { text-align: right; } .bars dd { display: grid; grid-template-columns: 1fr 4em; gap: 6px; align-items: center; margin: 0; font-variant-numeric: tabular-nums; }
        .track { position: relative; height: 12px; border-bottom: 1px solid #bfbfbf; } .bar { display: block; height: 12px; background: #595959; print-color-adjust: exact; }
        .track::after { content: ""; position: absolute; left: var(--whole); top: -2px; bottom: -3px; border-left: 1px solid #000; }
        figcaption, caption { font: 16px/1.6 SimHei, 黑体, "Noto Sans CJK SC", sans-serif; text-align: center; }
        table { border-collapse: collapse; width: 100%; font-size: 16px; line-height: 1.5; text-align: left; }
        th, td { border: 1px solid #000; padding: 3px 6px; text-indent: 0; font-weight: normal; }
        th { white-space: nowrap; font-family: SimHei, 黑体, "Noto Sans CJK SC", sans-serif; text-align: center; }
        td.n { text-align: right; font-variant-numeric: tabular-nums; } tr { break-inside: avoid; } thead { display: table-header-group; }
        @media print { body { font-size: 16pt; line-height: 28.95pt; margin: 0; padding: 0; max-width: none; } }
        @media (max-width: 600px) { body { font-size: 17px; } h1 { font-size: 22px; } }
        """;

    /// <summary>The page.</summary>
    public static string Write(OfficialDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var numbers = new HeadingNumbers(document.Language);
        string language = document.Language == Language.Zh ? "zh-CN" : "en";
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{document.Title}</title>
            <style>
            {new Html(Style)}
            </style></head>
            <body>
            {Html.If(document.Number is not null, () => Html.Of($"<p class=\"number\">{document.Number!.ToString()}</p>\n"))}<h1>{document.Title}</h1>
            {Addressee(document)}{document.Blocks.Select(b => Block(b, numbers))}{Tail(document)}</body>
            </html>

            """).Markup;
    }

    static Html Addressee(OfficialDocument document) => Html.If(
        document.Addressee.Length > 0, () => Html.Of($"<p class=\"to\">{document.Addressee}{(document.Language == Language.Zh ? "：" : ":")}</p>\n"));

    static Html Block(OfficialBlock block, HeadingNumbers numbers) => block switch
    {
        OfficialHeading heading => Heading(heading, numbers),
        OfficialParagraph paragraph => Html.Of($"<p>{paragraph.Text}</p>\n"),
        OfficialTable table => Table(table, numbers.Table(table.Caption)),
        OfficialBars bars => Bars(bars, numbers.Figure(bars.Caption)),
        _ => throw new ArgumentException($"no way to show {block.GetType().Name}", nameof(block)),
    };

    static Html Heading(OfficialHeading heading, HeadingNumbers numbers)
    {
        var tag = new Html($"h{(heading.Level + 1).ToString(CultureInfo.InvariantCulture)}");
        return Html.Of($"<{tag}>{numbers.Next(heading)}</{tag}>\n");
    }

    static Html Table(OfficialTable table, string caption)
    {
        double shares = table.Columns.Sum(c => c.Share);
        var widths = table.Columns.Select(c => new Html($"<col style=\"width:{(c.Share / shares * 100).ToString("0.#", CultureInfo.InvariantCulture)}%\">"));
        Html Cell(string text, int column) => Html.Of($"<td{new Html(table.Columns[column].IsNumber ? " class=\"n\"" : "")}>{text}</td>");
        var rows = table.Rows.Select(row => Html.Of($"<tr>{row.Select(Cell)}</tr>\n"));
        return Html.Of($"""
            <div class="wide"><table style="min-width:{new Html((table.Columns.Length * 5).ToString(CultureInfo.InvariantCulture))}em"><caption>{caption}</caption><colgroup>{widths}</colgroup>
            <thead><tr>{table.Columns.Select(c => Html.Of($"<th>{c.Title}</th>"))}</tr></thead>
            <tbody>{rows}</tbody></table></div>

            """);
    }

    static Html Bars(OfficialBars bars, string caption)
    {
        static Html Percent(decimal share) => new(Math.Round(share * 100 / OfficialBars.Most, 2).ToString(CultureInfo.InvariantCulture));
        var rows = bars.Bars.Select(bar => Html.Of(
            $"<dt>{bar.Name}</dt><dd><span class=\"track\"><span class=\"bar\" style=\"width:{Percent(bar.Shown)}%\"></span></span><span>{bar.Words}</span></dd>\n"));
        return Html.Of($"""
            <figure><dl class="bars" style="--whole:{Percent(1)}%">
            {rows}</dl><figcaption>{caption}</figcaption></figure>

            """);
    }

    static Html Tail(OfficialDocument document)
    {
        string label = Phrases.Of("official.attachment").In(document.Language);
        var attachments = document.Attachments.Select((name, i) => Html.Of(
            $"<p>{(i == 0 ? label : "　　　")}{(document.Attachments.Length == 1 ? "" : (i + 1).ToString(CultureInfo.InvariantCulture) + ".")}{name}</p>\n"));
        return Html.All(
            Html.If(document.Attachments.Length > 0, () => Html.Of($"<div class=\"attachments\">{attachments}</div>\n")),
            Html.If(document.Signatory.Length > 0, () => Html.Of($"<p class=\"right signed\">{document.Signatory}</p>\n")),
            Html.If(document.Date is not null, () => Html.Of($"<p class=\"right\">{document.DateWords}</p>\n")));
    }
}
