namespace Suandian.PowerFlow;

/// <summary>Lines and transformers as π circuits with an ideal transformer at the from end; arrays [branches].</summary>
public sealed record GridBranches
{
    /// <summary>Number of branches.</summary>
    public int Count => From.Length;

    /// <summary>Index of the from bus, where the ideal transformer stands.</summary>
    public required int[] From { get; init; }

    /// <summary>Index of the to bus.</summary>
    public required int[] To { get; init; }

    /// <summary>Series resistance r, pu.</summary>
    public required double[] ResistancePu { get; init; }

    /// <summary>Series reactance x, pu; not 0 together with r.</summary>
    public required double[] ReactancePu { get; init; }

    /// <summary>Total charging susceptance b, pu; half at each end.</summary>
    public required double[] ChargingPu { get; init; }

    /// <summary>Long-term rating, MVA; 0 where there is none.</summary>
    public required double[] RatingMva { get; init; }

    /// <summary>Short-term rating, MVA; 0 where there is none.</summary>
    public required double[] ShortTermRatingMva { get; init; }

    /// <summary>Emergency rating, MVA; 0 where there is none.</summary>
    public required double[] EmergencyRatingMva { get; init; }

    /// <summary>Off-nominal ratio of the from voltage to the to voltage; 0 for a line means 1.</summary>
    public required double[] TapRatio { get; init; }

    /// <summary>Phase shift, degrees; positive delays the to end.</summary>
    public required double[] ShiftDeg { get; init; }

    /// <summary>True where it is in service.</summary>
    public required bool[] InService { get; init; }

    /// <summary>Smallest angle difference from − to, degrees; −360 or 0 with 0 where there is none.</summary>
    public required double[] MinAngleDeg { get; init; }

    /// <summary>Largest angle difference from − to, degrees; 360 or 0 with 0 where there is none.</summary>
    public required double[] MaxAngleDeg { get; init; }

    /// <summary>Columns behind the standard ones, each [branches]; kept for writing.</summary>
    public double[][] FurtherColumns { get; init; } = [];

    /// <summary>Equal circuits or units side by side that a branch stands for, ≥ 1; empty where each is one.</summary>
    public int[] Circuits { get; init; } = [];

    /// <summary>Circuits or units of a branch.</summary>
    public int CircuitsOf(int branch) => Circuits.Length == 0 ? 1 : Circuits[branch];

    /// <summary>The same grid with a branch for each circuit and unit, so that one of them can be out: n times the impedance, an n-th of charging and ratings.</summary>
    public GridBranches EachCircuit()
    {
        int[] of = [.. Enumerable.Range(0, Count).SelectMany(k => Enumerable.Repeat(k, CircuitsOf(k)))];
        T[] Each<T>(T[] values) => [.. of.Select(k => values[k])];
        double[] Times(double[] values) => [.. of.Select(k => values[k] * CircuitsOf(k))];
        double[] Over(double[] values) => [.. of.Select(k => values[k] / CircuitsOf(k))];
        return new GridBranches
        {
            From = Each(From), To = Each(To), InService = Each(InService), TapRatio = Each(TapRatio), ShiftDeg = Each(ShiftDeg), MinAngleDeg = Each(MinAngleDeg), MaxAngleDeg = Each(MaxAngleDeg),
            ResistancePu = Times(ResistancePu), ReactancePu = Times(ReactancePu), ChargingPu = Over(ChargingPu), RatingMva = Over(RatingMva),
            ShortTermRatingMva = Over(ShortTermRatingMva), EmergencyRatingMva = Over(EmergencyRatingMva), FurtherColumns = [.. FurtherColumns.Select(Each)],
        };
    }

    /// <summary>Ratio used in equations: 1 in place of 0.</summary>
    public double Tap(int branch) => TapRatio[branch] == 0 ? 1 : TapRatio[branch];
}
