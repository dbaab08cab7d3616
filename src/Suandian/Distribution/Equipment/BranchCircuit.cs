namespace Suandian.Distribution.Equipment;

/// <summary>A line or transformer as the branch of a grid; pu on the base power and the base voltages of its buses.</summary>
/// <param name="ResistancePu">Series resistance, pu.</param>
/// <param name="ReactancePu">Series reactance, pu.</param>
/// <param name="ChargingPu">Susceptance of both ends together, pu; below 0 for the magnetising current of a transformer.</param>
/// <param name="EndConductancePu">Conductance at each end behind the ideal transformer, pu; the iron losses of a transformer.</param>
/// <param name="RatingMva">Continuous power, MVA.</param>
/// <param name="Ratio">Off-nominal ratio of the first to the second voltage; 0 for a line.</param>
/// <param name="ShiftDeg">Phase shift, degrees; positive delays the second bus.</param>
public sealed record BranchCircuit(
    double ResistancePu, double ReactancePu, double ChargingPu, double EndConductancePu, double RatingMva, double Ratio = 0, double ShiftDeg = 0);
