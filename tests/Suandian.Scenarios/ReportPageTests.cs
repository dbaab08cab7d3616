using System.Net;
using System.Text.RegularExpressions;

namespace Suandian.Scenarios;

public sealed partial class ReportPageTests(CountyReport county) : IClassFixture<CountyReport>
{
    [Fact]
    public void The_output_in_the_readme_is_what_the_program_prints()
    {
        Assert.Equal((0, 0), (county.Study.Code, county.Report.Code));
        Assert.Equal(Example("README.zh.md"), Steady(county.Study.Out));
        Assert.Equal(Example("README.md"), Steady(county.Report.Out));
    }

    [Fact]
    public async Task The_page_is_one_small_file_that_asks_for_nothing_outside()
    {
        var text = await File.ReadAllTextAsync(county.Page, TestContext.Current.CancellationToken);

        // 3 MB is the limit of the visual standard; ECharts alone is 1.13 MB.
        Assert.InRange(text.Length, 1_000_000, 3_000_000);
        Assert.DoesNotMatch(Outside(), text);
    }

    [Fact]
    public async Task The_answer_stands_in_the_page_without_script_in_both_languages()
    {
        var text = WebUtility.HtmlDecode(Tags().Replace(await File.ReadAllTextAsync(county.Page, TestContext.Current.CancellationToken), ""));

        Assert.Contains(county.Study.Out.Split('\n')[1], text, StringComparison.Ordinal);
        Assert.Contains(county.Report.Out.Split('\n')[1], text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", 1440)]
    [InlineData("en", 1440)]
    [InlineData("zh", 375)]
    [InlineData("en", 375)]
    public async Task The_page_draws_all_charts_without_complaint_and_fits_its_width(string language, int width)
    {
        var frame = county.Beside($"frame-{language}-{width}.html");
        await File.WriteAllTextAsync(frame, Frame(language, width), TestContext.Current.CancellationToken);

        var (dom, error) = await Chromium.Run(county.Beside($"profile-{language}-{width}"), "file://" + frame, "--window-size=1440,1200", "--dump-dom");

        var found = Result().Match(dom);
        Assert.True(found.Success, dom.Length > 2000 ? dom[..2000] : dom);
        Assert.Equal("", WebUtility.HtmlDecode(found.Groups["text"].Value));
        Assert.DoesNotContain(error.Split('\n'), line => line.Contains("CONSOLE", StringComparison.Ordinal) && line.Contains("rror", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_prints_on_a4()
    {
        var paper = county.Beside("paper.pdf");

        await Chromium.Run(county.Beside("profile-print"), "file://" + county.Page, "--no-pdf-header-footer", $"--print-to-pdf={paper}");

        var pages = PdfPage().Count(await File.ReadAllTextAsync(paper, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken));
        Assert.InRange(pages, 6, 20);
    }

    /// <summary>A page that holds the report in a frame of the width and writes down what is wrong: not drawn, wider than the frame, a chart without canvas, text under 12 px.</summary>
    static string Frame(string language, int width) => $$"""
        <!doctype html><meta charset="utf-8"><body style="margin:0"><p id="result">waiting</p>
        <iframe id="page" src="reports/yiwu/index.html?lang={{language}}" width="{{width}}" height="1000" style="border:0"></iframe>
        <script>
        const frame = document.getElementById('page');
        frame.onload = () => setTimeout(() => {
          const d = frame.contentDocument, root = d.getElementById('{{language}}'), wrong = [];
          if (d.body.dataset.ready !== '{{language}}') wrong.push('not ready');
          if (d.scrollingElement.scrollWidth > {{width}}) wrong.push('wider than the frame: ' + d.scrollingElement.scrollWidth + ' ' + [...root.querySelectorAll('*')].filter(n => n.getBoundingClientRect().right > {{width}} + 1 && !n.closest('.scroll')).slice(-3).map(n => n.tagName + '.' + n.className + ' ' + n.textContent.trim().slice(0, 40)).join(' | '));
          root.querySelectorAll('[data-chart]').forEach(c => { if (!c.querySelector('canvas')) wrong.push('no canvas: ' + c.dataset.chart); });
          root.querySelectorAll('td, th, p, li, h2, .kpi div').forEach(n => { if (n.offsetParent && parseFloat(getComputedStyle(n).fontSize) < 12) wrong.push('small: ' + n.textContent.slice(0, 30)); });
          document.getElementById('result').textContent = wrong.slice(0, 8).join('; ');
        }, 3000);
        </script></body>
        """;

    /// <summary>The example after the mark in a README, with the figure that depends on rounding taken out.</summary>
    static string Example(string page)
    {
        var match = ExampleBlock().Match(File.ReadAllText(Path.Combine(CliProcess.Root, page)));
        Assert.True(match.Success, $"{page} shows no output");
        return Steady(match.Groups["text"].Value);
    }

    static string Steady(string output) => Gap().Replace(output, "…").Trim();

    [GeneratedRegex("<!-- output: [^>]*-->\n```\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExampleBlock();

    [GeneratedRegex("(?<=(间隙|gap) )[0-9.e+-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex("<script.*?</script>|<style.*?</style>|<[^>]+>", RegexOptions.Singleline, 5000)]
    private static partial Regex Tags();

    [GeneratedRegex("""(src|href)\s*=\s*["'](https?:)?//|url\(\s*["']?(https?:)?//|<link|<iframe""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Outside();

    [GeneratedRegex("<p id=\"result\">(?<text>[^<]*)</p>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Result();

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, 5000)]
    private static partial Regex PdfPage();
}
