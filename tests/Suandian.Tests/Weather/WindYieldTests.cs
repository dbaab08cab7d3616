namespace Suandian.Weather;

public class WindYieldTests
{
    static readonly PowerCurve Curve = new([3, 10, 25], [0, 1, 1]);

    [Fact]
    public void Curve_is_linear_between_its_points_and_zero_outside()
    {
        Assert.Equal(0.5, Curve.At(6.5), 1e-12);
        Assert.Equal(1, Curve.At(25));
        Assert.Equal(0, Curve.At(25.001));
        Assert.Equal(0, Curve.At(2.999));
    }

    [Fact]
    public void Thin_air_moves_the_curve_to_higher_wind()
    {
        // ρ = 1.0: 3 m/s moves with p = 1/3, 10 m/s with p = 10/15 − 1/6 = 1/2; half way between them is half power.
        double middle = (3 * Math.Cbrt(1.225) + 10 * Math.Sqrt(1.225)) / 2;
        Assert.Equal(0.5, Curve.At(middle, 1.0), 1e-12);
        Assert.Equal(Curve.At(6.5), Curve.At(6.5, 1.225), 1e-12);
        // The end moves too: 25 x 1.225^(2/3) = 28.62.
        Assert.Equal(1, Curve.At(28.6, 1.0));
    }

    [Fact]
    public void Wind_grows_with_height_by_either_law()
    {
        Assert.Equal(1.380384, WindProfile.PowerLawFactor(100, 10, 0.14), 1e-6); // 10^0.14
        Assert.Equal(1.396373, WindProfile.LogLawFactor(100, 10, 0.03), 1e-6); // 8.111728/5.809143
    }

    [Fact]
    public void Standard_air_has_standard_density() =>
        Assert.Equal(1.225, WindProfile.DensityIdealGas(101325, 288.15), 1e-4);

    [Fact]
    public void Losses_take_their_share_one_after_another()
    {
        WeatherYear june = new NaomaohuHours().Day(1);
        var options = new WindOptions { WakeLossPu = 0.1, UnavailabilityPu = 0.05, ElectricalLossPu = 0.02 };
        double gross = WindYield.Compute(june, Curve, options.WithLosses(0)).Sum();

        Assert.Equal(gross * 0.9 * 0.95 * 0.98, WindYield.Compute(june, Curve, options).Sum(), 1e-9);
        Assert.Equal(0.125448, new WindOptions().LossesPu, 1e-9); // 1 − 0.92 x 0.97 x 0.98
    }

    [Fact]
    public void Curve_that_goes_back_is_refused() =>
        Assert.Throws<ArgumentException>(() => new PowerCurve([3, 3, 25], [0, 1, 1]));
}
