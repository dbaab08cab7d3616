using System.Collections.Immutable;
using Suandian.Operations.Programme.Documents.Passages;

namespace Suandian.Operations.Programme.Checking;

/// <summary>One of several forms under the same heading, such as the opinions of experts.</summary>
/// <param name="Heading">The heading they share.</param>
/// <param name="Number">Number from 1.</param>
/// <param name="Passages">Paragraphs under it.</param>
sealed record ParallelForm(string Heading, int Number, ImmutableArray<Passage> Passages)
{
    /// <summary>Shortest text that counts as an opinion.</summary>
    const int ShortestOpinion = 30;

    /// <summary>Labels with their values.</summary>
    internal IEnumerable<FormField> Fields => Passages.SelectMany(FormField.In);

    /// <summary>The longest cell or paragraph: what was written freely; empty where nothing is long.</summary>
    internal (string Text, Passage Passage) Opinion => Passages
        .SelectMany(passage => passage.Text.Split('\t', '|').Select(cell => (Text: cell.Trim(), passage)))
        .Where(cell => cell.Text.Length >= ShortestOpinion)
        .OrderByDescending(cell => cell.Text.Length).FirstOrDefault(("", Passages[0]));

    /// <summary>The forms of a document: a line that returns, with fields below it each time.</summary>
    internal static ImmutableArray<ParallelForm> In(ImmutableArray<Passage> passages)
    {
        var forms = ImmutableArray.CreateBuilder<ParallelForm>();
        foreach (var heading in passages.Where(IsHeading).GroupBy(passage => passage.Text).Where(group => group.Count() > 1))
        {
            var starts = heading.Select(passage => passages.IndexOf(passage)).ToArray();
            for (var i = 0; i < starts.Length; i++)
            {
                var end = i + 1 < starts.Length ? starts[i + 1] : Math.Min(passages.Length, starts[i] + Widest(starts));
                var inside = passages[(starts[i] + 1)..end];
                if (inside.SelectMany(FormField.In).Take(2).Count() == 2)
                {
                    forms.Add(new ParallelForm(heading.Key, i + 1, inside));
                }
            }
        }

        return forms.Count > 1 ? forms.ToImmutable() : [];
    }

    /// <summary>The last form is as long as the longest before it.</summary>
    static int Widest(int[] starts) => Enumerable.Range(1, starts.Length - 1).Max(i => starts[i] - starts[i - 1]);

    static bool IsHeading(Passage passage) => !passage.IsForm && !passage.IsRow && passage.Text.Length is >= 4 and <= 40
        && passage.Text[^1] is not ('。' or '；' or '：' or '，');
}
