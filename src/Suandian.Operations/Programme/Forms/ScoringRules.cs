namespace Suandian.Operations.Programme.Forms;

/// <summary>The scoring rules of the form, one method each; w is the weight in points, all arithmetic decimal and unrounded.</summary>
/// <remarks>
/// Sources: note on public copies of the form (rules 1, 2 and 7, doczj); 财预〔2020〕10号 as cited by 百财办〔2021〕4号 (blocks, grades).
/// The 130 % of rule 4 is a setting of this house. A product is formed before it is divided, so that 1/3 of 3 points is exactly 1.
/// </remarks>
public static class ScoringRules
{
    /// <summary>Rule 1, ≥: w where done ≥ target, else w · done / target; never below 0.</summary>
    public static decimal AtLeast(decimal done, decimal target, decimal weight) =>
        done >= target ? weight : target > 0 ? Math.Max(0, weight * done / target) : 0;

    /// <summary>Rule 2, ≤: w where done ≤ target, else w · target / done; never below 0.</summary>
    public static decimal AtMost(decimal done, decimal target, decimal weight) =>
        done <= target ? weight : done > 0 ? Math.Max(0, weight * target / done) : 0;

    /// <summary>Rule 3, =: w where done = target, else 0, or in proportion w · min / max of the two; never below 0.</summary>
    public static decimal Equal(decimal done, decimal target, decimal weight, EqualScoring otherwise)
    {
        if (done == target)
        {
            return weight;
        }

        decimal larger = Math.Max(done, target);
        return otherwise == EqualScoring.AllOrNothing || larger <= 0 ? 0 : Math.Max(0, weight * Math.Min(done, target) / larger);
    }

    /// <summary>Rule 4: true where done is more than the given multiple of a target to be reached; the score stays w.</summary>
    public static bool IsTargetLow(decimal done, decimal target, decimal multiple) => target > 0 && done > multiple * target;

    /// <summary>Rule 5, qualitative: w · share; the share says the grade.</summary>
    public static decimal Qualitative(decimal share, decimal weight) => weight * share;

    /// <summary>Rule 5: the grade a share of 0 … 1 stands for.</summary>
    public static Attainment AttainmentOf(decimal share) =>
        share >= 0.8m ? Attainment.Reached : share >= 0.6m ? Attainment.Partly : Attainment.Missed;

    /// <summary>Rule 6, range: as rule 1 on the lower bound; above the upper bound a note is required, points are not taken.</summary>
    public static decimal Range(decimal done, decimal lower, decimal weight) => AtLeast(done, lower, weight);

    /// <summary>Rule 7: weights that sum to the total again, in steps of 0.01; the steps left over go to the largest remainders, earlier first.</summary>
    /// <param name="weights">Weights of what applies, points, sum &gt; 0.</param>
    /// <param name="total">Their new sum, points.</param>
    public static decimal[] Rescaled(IReadOnlyList<decimal> weights, decimal total)
    {
        ArgumentNullException.ThrowIfNull(weights);
        decimal sum = weights.Sum();
        if (sum <= 0)
        {
            throw new ArgumentException($"weights of {sum} points cannot be rescaled", nameof(weights));
        }

        decimal[] exact = [.. weights.Select(w => w * total / sum)];
        decimal[] scaled = [.. exact.Select(w => Math.Floor(w * 100) / 100)];
        int left = (int)((Round(total) - scaled.Sum()) * 100);
        foreach (int i in Enumerable.Range(0, scaled.Length).OrderByDescending(i => exact[i] - scaled[i]).Take(left))
        {
            scaled[i] += 0.01m;
        }

        return scaled;
    }

    /// <summary>Rule 8: two decimals, half away from zero.</summary>
    public static decimal Round(decimal points) => Math.Round(points, 2, MidpointRounding.AwayFromZero);

    /// <summary>Rule 9: 优 from 90, 良 from 80, 中 from 60, else 差.</summary>
    public static FormGrade GradeOf(decimal total) =>
        total >= 90 ? FormGrade.Excellent : total >= 80 ? FormGrade.Good : total >= 60 ? FormGrade.Fair : FormGrade.Poor;

    /// <summary>Money block: w · executed / budget, at most w.</summary>
    /// <param name="budget">全年预算数 A, 万元, &gt; 0.</param>
    /// <param name="executed">全年执行数 B, 万元.</param>
    /// <param name="weight">Points of the block.</param>
    public static decimal Execution(decimal budget, decimal executed, decimal weight) => AtLeast(executed, budget, weight);
}

/// <summary>Grade of a whole form.</summary>
public enum FormGrade
{
    /// <summary>优, 90 to 100.</summary>
    Excellent,

    /// <summary>良, 80 up to 90.</summary>
    Good,

    /// <summary>中, 60 up to 80.</summary>
    Fair,

    /// <summary>差, below 60.</summary>
    Poor,
}
