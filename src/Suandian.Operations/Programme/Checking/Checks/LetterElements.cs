using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D13: an official letter ends with who issued it and the day of issue (GB/T 9704-2012, 7.3.5).</summary>
static partial class LetterElements
{
    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        foreach (var letter in document.Letters)
        {
            if (letter.Closing is not { } closing)
            {
                continue;
            }

            var after = letter.Signature.ToArray();
            var lacksDate = !after.Any(passage => IssueDay().IsMatch(passage.Text));
            var lacksOffice = !after.Any(passage => Office().IsMatch(passage.Text));
            if (lacksDate || lacksOffice)
            {
                var places = new[] { closing, letter.CopyLine }.OfType<Passage>().Select(passage => passage.PlaceOf(0, passage.Text.Length));
                var what = (lacksOffice, lacksDate) switch
                {
                    (true, true) => new Text("发文机关署名和成文日期", "the issuing office and the day of issue"),
                    (true, false) => new Text("发文机关署名", "the issuing office"),
                    _ => new Text("成文日期", "the day of issue"),
                };
                yield return CheckedDocument.Found("D13", places, ("number", letter.Number), ("what", what));
            }
        }
    }

    [GeneratedRegex(@"(?:20\d\d|二〇[〇一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日", RegexOptions.None, 1000)]
    private static partial Regex IssueDay();

    [GeneratedRegex("^[\u4e00-\u9fff（）]{3,24}(?:政府|委员会|局|厅|部|办公室|院|中心|公司|学会|协会)", RegexOptions.None, 1000)]
    private static partial Regex Office();
}
