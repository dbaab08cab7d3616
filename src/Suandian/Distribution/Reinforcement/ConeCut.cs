namespace Suandian.Distribution.Reinforcement;

/// <summary>A tangent of the cone P² + Q² ≤ ℓ V² of a branch in an hour: 2 X P + 2 Y Q + (Z − 1) ℓ − (Z + 1) V² ≤ 0, X² + Y² + Z² = 1. It holds for every flow.</summary>
/// <param name="Position">Position of the branch in the tree.</param>
/// <param name="Conductor">Which of its conductors; −1 for all.</param>
/// <param name="Hour">The hour.</param>
/// <param name="X">Share of 2 P.</param>
/// <param name="Y">Share of 2 Q.</param>
/// <param name="Z">Share of ℓ − V².</param>
readonly record struct ConeCut(int Position, int Conductor, int Hour, double X, double Y, double Z)
{
    internal const int AllConductors = -1;

    /// <summary>The tangent through a point (2 P, 2 Q, ℓ − V²); null at the tip.</summary>
    internal static ConeCut? Through((int Position, int Conductor, int Hour) at, (double X, double Y, double Z) point)
    {
        var length = Math.Sqrt(point.X * point.X + point.Y * point.Y + point.Z * point.Z);
        return length > 1e-9 && double.IsFinite(length) ? new ConeCut(at.Position, at.Conductor, at.Hour, point.X / length, point.Y / length, point.Z / length) : null;
    }
}

/// <summary>A tangent of the circle of a rating: cos · active + sin · reactive ≤ rating at an end of a branch, for all its conductors. It holds for every flow.</summary>
/// <param name="Position">Position of the branch in the tree.</param>
/// <param name="Hour">The hour.</param>
/// <param name="Angle">Angle of the power, rad.</param>
/// <param name="IsSending">True at the end nearer to the slack.</param>
readonly record struct RatingCut(int Position, int Hour, double Angle, bool IsSending);
