using System.Net;
using System.Text.RegularExpressions;

namespace Suandian.Scenarios;

/// <summary>Looks at a page of ours as a browser of some width draws it.</summary>
static partial class PageFrame
{
    /// <summary>Draws the page and asserts that nothing is wrong with it.</summary>
    /// <param name="folder">Folder the page lies in or below; files of the look are left there.</param>
    /// <param name="page">Page, named from the folder.</param>
    /// <param name="language">Language asked for.</param>
    /// <param name="width">Width of the frame, px.</param>
    internal static async Task Check(string folder, string page, string language, int width)
    {
        var frame = Path.Combine(folder, $"frame-{language}-{width}.html");
        await File.WriteAllTextAsync(frame, Frame(page, language, width), TestContext.Current.CancellationToken);

        var (dom, error) = await Chromium.Run(Path.Combine(folder, $"profile-{language}-{width}"), "file://" + frame, "--window-size=1440,1200", "--dump-dom");

        var found = Result().Match(dom);
        Assert.True(found.Success, dom.Length > 2000 ? dom[..2000] : dom);
        Assert.Equal("", WebUtility.HtmlDecode(found.Groups["text"].Value));
        Assert.DoesNotContain(error.Split('\n'), line => line.Contains("CONSOLE", StringComparison.Ordinal) && line.Contains("rror", StringComparison.Ordinal));
    }

    /// <summary>A page that holds another in a frame of the width and writes down what is wrong: not drawn, wider than the frame, a chart without canvas, text under 12 px.</summary>
    static string Frame(string page, string language, int width) => $$"""
        <!doctype html><meta charset="utf-8"><body style="margin:0"><p id="result">waiting</p>
        <iframe id="page" src="{{page}}?lang={{language}}" width="{{width}}" height="1000" style="border:0"></iframe>
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

    [GeneratedRegex("<p id=\"result\">(?<text>[^<]*)</p>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Result();
}
