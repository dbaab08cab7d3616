using Suandian.Cases;

namespace Suandian.Reports.Figures;

public sealed partial record CaseFacts
{
    internal static CaseFacts From(StudyView view)
    {
        var (data, snapshots) = (view.Study.Case, view.Study.Network.Snapshots);
        return new CaseFacts
        {
            Name = data.Settings.Name,
            Description = new(data.Settings.Description.Zh ?? "", data.Settings.Description.En ?? ""),
            Year = data.Settings.Year,
            UtcOffsetH = data.Settings.UtcOffsetH,
            MoneyYear = data.Settings.MoneyYear,
            DiscountRatePu = data.Settings.DiscountRate,
            Snapshots = snapshots.Count,
            IsWholeYear = snapshots.IsWholeYear,
            Blocks = snapshots.BlockStarts.Length,
            SyntheticWeather = [.. data.WeatherSites.Where(s => IsSynthetic(data, s)).Select(s => CaseNames.Title(s.Name, s.NameZh, s.NameEn))],
            Status = view.Study.Plan.Status,
        };
    }

    static bool IsSynthetic(Case data, WeatherSite site) =>
        site.File is null || (data.WeatherYears.TryGetValue(site.Name, out var year) && year.IsSynthetic);
}
