using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Checking.Checks;

/// <summary>D22: numbers of headings begin with one and leave none out.</summary>
static class Numbering
{
    /// <summary>The findings.</summary>
    internal static IEnumerable<Finding> Find(CheckedDocument document)
    {
        var last = new SortedDictionary<int, int>();
        foreach (var passage in document.Passages.Where(passage => !passage.IsRow && !passage.IsForm))
        {
            if (IsReset(passage))
            {
                last.Clear();
            }

            foreach (var (number, at) in NumbersOf(passage))
            {
                if (Wrong(last, number) is { } expected)
                {
                    yield return CheckedDocument.Found("D22", [passage.PlaceOf(at, at + number.Length)],
                        ("found", passage.Text.Substring(at, number.Length)), ("expected", expected));
                }

                foreach (var deeper in last.Keys.Where(level => level > number.Level).ToArray())
                {
                    last.Remove(deeper);
                }

                last[number.Level] = number.Number;
            }
        }
    }

    /// <summary>The number a heading should have; null where its own is right.</summary>
    static int? Wrong(SortedDictionary<int, int> last, Enumerator number)
    {
        var before = last.GetValueOrDefault(number.Level);
        return number.Number is 0 or 1 || number.Number == before + 1 ? null : before + 1;
    }

    /// <summary>A letter that begins, or an annex, counts anew.</summary>
    static bool IsReset(Passage passage) => passage.Text.StartsWith("附件", StringComparison.Ordinal) || DocumentNumber.Alone(passage.Text) is not null;

    /// <summary>The number at the head, and ① ② inside.</summary>
    static IEnumerable<(Enumerator Number, int At)> NumbersOf(Passage passage)
    {
        if (Enumerator.At(passage.Text) is { } head)
        {
            yield return (head, 0);
        }

        for (var i = 1; i < passage.Text.Length; i++)
        {
            if (Enumerator.IsCircled(passage.Text[i]) && passage.Text[i - 1] is '：' or '，' or '；' or '。' or '、' or ':' or ';')
            {
                yield return (Enumerator.Circled(passage.Text[i]), i);
            }
        }
    }
}
