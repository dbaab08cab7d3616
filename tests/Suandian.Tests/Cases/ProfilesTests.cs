using Suandian.Cases;
using Suandian.Network;

namespace Suandian.Tests.Cases;

public class ProfilesTests
{
    static ProfileFactor Row(ProfileFactorKind kind, int index, double factor, bool normalise = false) =>
        new() { Name = "p", Kind = kind, Index = index, Factor = factor, Normalise = normalise };

    [Fact]
    public void Factors_of_all_kinds_multiply_and_an_hour_of_a_month_replaces_the_product()
    {
        double[] hourly = Profiles.Hourly(
            [
                Row(ProfileFactorKind.Hour, 5, 2), Row(ProfileFactorKind.Month, 1, 3), Row(ProfileFactorKind.Weekday, 1, 5),
                Row(ProfileFactorKind.HourOfMonth, 106, 0.25),
            ],
            2023);

        Assert.Equal(6, hourly[5]); // Sunday 1 January, 05:00: 2 × 3
        Assert.Equal(30, hourly[24 + 5]); // Monday 2 January, 05:00: 2 × 3 × 5
        Assert.Equal(0.25, hourly[24 + 6]);
        Assert.Equal(1, hourly[31 * 24 + 24]); // Thursday 2 February, 00:00: nothing said
    }

    [Fact]
    public void A_profile_has_mean_one_unless_it_says_otherwise()
    {
        double[] hourly = Profiles.Hourly([Row(ProfileFactorKind.Hour, 0, 25, normalise: true)], 2023);

        // (25 + 23) / 24 = 2, so that hour 0 becomes 12.5 and the others 0.5
        Assert.Equal(12.5, hourly[0], 1e-12);
        Assert.Equal(0.5, hourly[1], 1e-12);
    }
}
