namespace Suandian.Planning.Formulation;

/// <summary>Bounds of hourly variables: shares of a fixed capacity, and values that are given.</summary>
static class Given
{
    /// <summary>Share × capacity, 0 for a share of 0 also where the capacity has no end.</summary>
    internal static double Share(double pu, double capacity) => pu == 0 ? 0 : pu * capacity;

    /// <summary>True where a value is given.</summary>
    internal static bool Is(double[]? given, int i) => given is not null && !double.IsNaN(given[i]);

    /// <summary>A lower bound and a given value; above the upper bound where they contradict, which makes the problem infeasible.</summary>
    internal static double Lower(double lower, double[]? given, int i) => Is(given, i) ? Math.Max(lower, given![i]) : lower;

    /// <summary>An upper bound and a given value.</summary>
    internal static double Upper(double upper, double[]? given, int i) => Is(given, i) ? Math.Min(upper, given![i]) : upper;
}
