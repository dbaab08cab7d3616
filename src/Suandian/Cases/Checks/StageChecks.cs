namespace Suandian.Cases.Checks;

/// <summary>Stages: each begins where the one before ends, and they are not mixed with scenarios.</summary>
static class StageChecks
{
    internal static void Run(CheckedCase c)
    {
        var rows = c.Tables.Stages;
        for (var i = 1; i < rows.Length; i++)
        {
            var (before, row) = (rows[i - 1], rows[i]);
            if (before.Sound("year", "years") && row.Sound("year") && row.Record.Year != before.Record.Year + before.Record.Years)
            {
                c.Add(ProblemCode.StageYears, row, "year", ("until", before.Record.Year + before.Record.Years - 1));
            }
        }

        if (rows.Length > 0 && c.Tables.Scenarios.Length > 0)
        {
            c.Add(ProblemCode.StagesAndScenarios, rows[0], null);
        }
    }
}
