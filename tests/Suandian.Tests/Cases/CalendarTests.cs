using Suandian.Cases;

namespace Suandian.Tests.Cases;

public class CalendarTests
{
    static CaseSettings Settings(HourSelection hours, params int[] weeks) =>
        SmallCase.Create().Settings with { Hours = hours, Weeks = [.. weeks] };

    [Fact]
    public void The_year_is_one_cyclic_block_of_8760_hours()
    {
        var year = Calendar.Snapshots(Settings(HourSelection.Year));

        Assert.True(year.IsWholeYear);
        Assert.Equal([0], year.BlockStarts);
        Assert.Equal(8759, year.Previous[0]);
        Assert.Equal(1, year.WeightH[4000]);
        Assert.Equal(12, year.Month[8759]);
        Assert.Equal(2, year.Month[31 * 24]);
    }

    [Fact]
    public void Chosen_weeks_are_blocks_of_168_hours_in_order_and_stand_for_the_whole_year()
    {
        var weeks = Calendar.Snapshots(Settings(HourSelection.Weeks, 30, 4));

        Assert.Equal(336, weeks.Count);
        Assert.Equal([0, 168], weeks.BlockStarts);
        Assert.Equal(3 * 168, weeks.HourOfYear[0]);
        Assert.Equal(29 * 168, weeks.HourOfYear[168]);
        Assert.Equal(167, weeks.Previous[0]);
        Assert.Equal(335, weeks.Previous[168]);
        Assert.Equal(8760, weeks.WeightH.Sum(), 1e-9);
    }

    [Fact]
    public void One_week_is_the_first_of_the_list()
    {
        var week = Calendar.Snapshots(Settings(HourSelection.Week, 30, 4));

        Assert.Equal(168, week.Count);
        Assert.Equal(29 * 168, week.HourOfYear[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(53)]
    public void A_week_outside_the_year_is_refused(int week) =>
        Assert.Throws<ArgumentException>(() => Calendar.Snapshots(Settings(HourSelection.Weeks, week)));

    [Fact]
    public void The_year_2023_began_on_a_Sunday() => Assert.Equal(7, Calendar.Weekday(2023, 23));
}
