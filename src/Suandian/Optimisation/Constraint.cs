namespace Suandian.Optimisation;

/// <summary>lower ≤ expression ≤ upper, on its way into a row; made by comparing expressions.</summary>
public readonly ref struct Constraint
{
    internal Constraint(Expression body, double lower, double upper)
    {
        Body = body;
        Lower = lower;
        Upper = upper;
    }

    internal Expression Body { get; }

    internal double Lower { get; }

    internal double Upper { get; }
}
