using System.Runtime.Intrinsics;

namespace Suandian.PowerFlow;

/// <summary>Four hours that a flat start does not solve, one in each lane: all powers raised from nothing, each solution the start of the next, each lane in steps of its own.</summary>
/// <remarks>
/// The way of <see cref="AcFlow"/> with all it can do (Ajjarapu and Christy 1992, doi:10.1109/59.141737, without the corrector beyond the nose), four
/// hours for the price of one. A lane ends where a step no longer leads on; from <see cref="NearlyAll"/> of its powers on that is not trusted, as there the
/// equations are near singular.
/// </remarks>
sealed unsafe class RaisedLanes
{
    /// <summary>Share of the powers from which on a lane is left to more careful steps.</summary>
    internal const double NearlyAll = 0.99;

    const double FirstStep = 0.5;

    const double FinestStep = 1e-3;

    readonly NewtonLanes _lanes;
    readonly AlignedNumbers _powers;
    readonly AlignedNumbers _good;

    internal RaisedLanes(NewtonLanes lanes) =>
        (_lanes, _powers, _good) = (lanes, new AlignedNumbers(2 * HourLanes.Width * lanes.Size), new AlignedNumbers(2 * HourLanes.Width * lanes.Size));

    /// <summary>Raises the powers that stand in the lanes; there they stand again afterwards, with the voltages of the lanes that were solved.</summary>
    /// <returns>Share of the powers that each lane was solved with; 1 where it has a solution.</returns>
    internal Vector256<double> Solve(double tolerance)
    {
        _lanes.PowersSpan.CopyTo(_powers.Span);
        var (one, reached, step) = (Vector256<double>.One, Vector256<double>.Zero, Vector256.Create(FirstStep));
        _lanes.Begin();
        Keep(Vector256<double>.AllBitsSet);
        var isAhead = Try(Vector256<double>.Zero, tolerance); // lanes that nothing solves stay at zero
        Keep(isAhead);
        while (isAhead.ExtractMostSignificantBits() != 0)
        {
            var share = Vector256.ConditionalSelect(isAhead, Vector256.Min(one, reached + step), reached);
            Restore();
            var isSolved = Try(share, tolerance) & isAhead;
            Keep(isSolved);
            reached = Vector256.ConditionalSelect(isSolved, share, reached);
            step *= Vector256.ConditionalSelect(isSolved, Vector256.Create(1.5), Vector256.Create(0.5));
            isAhead &= Vector256.LessThan(reached, one) & Vector256.GreaterThanOrEqual(step, Vector256.Create(FinestStep));
        }

        Restore();
        _powers.Span.CopyTo(_lanes.PowersSpan);
        return reached;
    }

    Vector256<double> Try(Vector256<double> share, double tolerance)
    {
        var powers = (Vector256<double>*)_powers.First;
        for (var i = 0; i < 2 * _lanes.Size; i++)
        {
            _lanes.Powers[i] = powers[i] * share;
        }

        return _lanes.Attempt(tolerance);
    }

    void Keep(Vector256<double> lanes)
    {
        var good = (Vector256<double>*)_good.First;
        for (var i = 0; i < 2 * _lanes.Size; i++)
        {
            good[i] = Vector256.ConditionalSelect(lanes, _lanes.Voltages[i], good[i]);
        }
    }

    void Restore() => _good.Span.CopyTo(_lanes.VoltagesSpan);
}
