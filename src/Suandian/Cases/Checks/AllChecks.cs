namespace Suandian.Cases.Checks;

/// <summary>Every check, in the order in which a person would read the answers.</summary>
static class AllChecks
{
    /// <summary>Runs all checks; what they find goes into the findings.</summary>
    internal static void Run(CheckedCase checkedCase)
    {
        SettingsChecks.Run(checkedCase);
        ReferenceChecks.Run(checkedCase);
        ExpansionChecks.Run(checkedCase);
        NeededChecks.Run(checkedCase);
        UnitChecks.Run(checkedCase);
        EndsChecks.Run(checkedCase);
        ConnectionChecks.Run(checkedCase);
        SeriesUseChecks.Run(checkedCase);
        ComputingChecks.Run(checkedCase);
        RuleChecks.Run(checkedCase);
        WeatherChecks.Run(checkedCase);
        ScenarioChecks.Run(checkedCase);
        StageChecks.Run(checkedCase);
        CurveChecks.Run(checkedCase);
        SourceChecks.Run(checkedCase);
        PlausibilityChecks.Run(checkedCase);
        GridPlacementChecks.Run(checkedCase);
    }
}
