using System.Collections.Immutable;
using System.Globalization;
using Suandian.Optimisation;
using Suandian.Texts;

namespace Suandian.Cases;

/// <summary>What is wrong with the linear problem of a case that no solver should be given.</summary>
/// <remarks>Reading a case leaves little of this over; networks from elsewhere may hold anything.</remarks>
public static class ModelProblems
{
    /// <summary>Limits told by name; the rest is counted by the reader of the list.</summary>
    const int MostNamed = 20;

    /// <summary>All problems of a model; empty for one that can be solved or is plainly infeasible.</summary>
    public static ImmutableArray<Problem> Of(LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        problems.AddRange(model.Contradictions().Take(MostNamed).Select(name => Make(ProblemCode.ModelContradiction, model, name, name)));
        if (model.EntrySpan() is { } entries)
        {
            AddSpan(problems, model, (entries.Least, entries.LeastRow), (entries.Most, entries.MostRow));
        }

        if (model.CostSpan() is { } costs)
        {
            AddSpan(problems, model, (costs.Least, costs.LeastColumn), (costs.Most, costs.MostColumn));
        }

        return problems.ToImmutable();
    }

    static void AddSpan(ImmutableArray<Problem>.Builder problems, LinearModel model, (double Size, string Name) least, (double Size, string Name) most)
    {
        if (most.Size / least.Size >= LinearModel.MostSpan)
        {
            problems.Add(Make(ProblemCode.ModelSpan, model, $"{Say(least.Size)} … {Say(most.Size)}", least.Name, most.Name));
        }
    }

    static Problem Make(string code, LinearModel model, string value, params ReadOnlySpan<string> names)
    {
        (string, object?)[] places = [("row", names[0]), ("other", names[^1])];
        return new(code, ProblemCode.SeverityOf(code), model.Name, null, null, value,
            Phrases.Of($"check.{code}.expected", places), Phrases.Of($"check.{code}.remedy", places));
    }

    static string Say(double size) => size.ToString("0.###e+0", CultureInfo.InvariantCulture);
}
