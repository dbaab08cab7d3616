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
        await PageFrame.Check(county.Beside(""), "reports/yiwu/index.html", language, width);
    }

    [Fact]
    public async Task The_page_prints_on_a4()
    {
        var paper = county.Beside("paper.pdf");

        await Chromium.Run(county.Beside("profile-print"), "file://" + county.Page, "--no-pdf-header-footer", $"--print-to-pdf={paper}");

        var pages = PdfPage().Count(await File.ReadAllTextAsync(paper, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken));
        Assert.InRange(pages, 6, 24);
    }

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

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, 5000)]
    private static partial Regex PdfPage();
}
