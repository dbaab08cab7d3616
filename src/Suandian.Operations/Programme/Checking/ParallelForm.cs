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

    /// <summary>The forms of a document: a line that returns, with the same fields below it each time.</summary>
    /// <remarks>Lines that return inside forms, such as cells of a table turned to text, and running heads of pages open none.</remarks>
    internal static ImmutableArray<ParallelForm> In(ImmutableArray<Passage> passages)
    {
        var groups = passages.Where(IsHeading).GroupBy(passage => passage.Text).Where(group => group.Count() > 1)
            .Select(heading => Alike(heading.Key, heading, passages)).Where(forms => forms.Length > 1)
            .OrderByDescending(forms => forms.Length).ThenByDescending(forms => forms.Sum(form => form.Passages.Length));
        var forms = ImmutableArray.CreateBuilder<ParallelForm>();
        var covered = new HashSet<Passage>();
        foreach (var group in groups)
        {
            if (!group.Any(form => form.Passages.Any(covered.Contains)))
            {
                forms.AddRange(group);
                covered.UnionWith(group.SelectMany(form => form.Passages));
            }
        }

        return [.. forms.OrderBy(form => passages.IndexOf(form.Passages[0]))];
    }

    /// <summary>The stretches after a line that returns which share at least two labels.</summary>
    static ImmutableArray<ParallelForm> Alike(string heading, IEnumerable<Passage> lines, ImmutableArray<Passage> passages)
    {
        var starts = lines.Select(passage => passages.IndexOf(passage)).ToArray();
        var stretches = starts.Select((start, i) =>
            passages[(start + 1)..(i + 1 < starts.Length ? starts[i + 1] : Math.Min(passages.Length, start + Widest(starts)))]).ToArray();
        var labels = stretches.Select(stretch => stretch.SelectMany(FormField.In).Select(field => field.Label).ToHashSet()).ToArray();
        var shared = labels.SelectMany(set => set).GroupBy(label => label).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        var forms = ImmutableArray.CreateBuilder<ParallelForm>();
        for (var i = 0; i < stretches.Length; i++)
        {
            if (labels[i].Count(shared.Contains) > 1)
            {
                forms.Add(new ParallelForm(heading, forms.Count + 1, stretches[i]));
            }
        }

        return forms.ToImmutable();
    }

    /// <summary>The last form is as long as the longest before it.</summary>
    static int Widest(int[] starts) => Enumerable.Range(1, starts.Length - 1).Max(i => starts[i] - starts[i - 1]);

    static bool IsHeading(Passage passage) => !passage.IsForm && !passage.IsRow && passage.Text.Length is >= 4 and <= 40
        && passage.Text[^1] is not ('。' or '；' or '：' or '，');
}
