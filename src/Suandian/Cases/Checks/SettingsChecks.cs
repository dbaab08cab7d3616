namespace Suandian.Cases.Checks;

/// <summary>Sense of the settings: calendar, weeks, line model, price of load not served.</summary>
static class SettingsChecks
{
    internal static void Run(CheckedCase c)
    {
        if (c.Raw.Settings.IsBroken)
            return;
        ShedPrice(c);
        LineModelChosen(c);
        if (c.Settings is not { } settings)
            return;
        if (settings.Hours == HourSelection.Snapshots)
        {
            c.Findings.Add(ProblemCode.PypsaFileMissing, new Tables.Source(Tables.ImportedCase.Folder + "/buses.csv").Whole, null);
            return;
        }

        if (DateTime.IsLeapYear(settings.Year))
            Add(c, ProblemCode.LeapYear, "year");
        Weeks(c, settings);
    }

    static void Weeks(CheckedCase c, CaseSettings settings)
    {
        var written = c.Raw.Settings.Settings.FirstOrDefault(s => s.Key == "weeks");
        bool needed = settings.Hours != HourSelection.Year;
        if (needed && (written is null || written.Text.Length == 0))
            Add(c, ProblemCode.WeeksMissing, "weeks");
        if (!needed && settings.Weeks.Length > 0)
            Add(c, ProblemCode.ValueUnused, "weeks", ("because", "hours = year"));
        foreach (int twice in settings.Weeks.GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key))
            Add(c, ProblemCode.WeekTwice, "weeks", ("week", twice));
    }

    static void LineModelChosen(CheckedCase c)
    {
        if (!c.Tables.Lines.IsEmpty && c.Raw.Settings.Settings.All(s => s.Key != "line_model"))
            Add(c, ProblemCode.LineModelMissing, "line_model");
    }

    static void ShedPrice(CheckedCase c)
    {
        if (c.Raw.Settings.Settings.All(s => s.Key != "shed_price_yuan_per_mwh"))
            Add(c, ProblemCode.ShedPriceMissing, "shed_price_yuan_per_mwh");
    }

    static void Add(CheckedCase c, string code, string key, params ReadOnlySpan<(string Name, object? Value)> places)
    {
        var settings = c.Raw.Settings;
        if (settings.Settings.FirstOrDefault(s => s.Key == key) is { } setting)
            c.Findings.Add(code, settings.At(setting), setting.Text, places);
        else
            c.Findings.Add(code, settings.Source.At(null, key), null, places);
    }
}
