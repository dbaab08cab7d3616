using System.Globalization;
using Suandian.PowerFlow;

namespace Suandian.Distribution.ShortCircuit;

public class ThreePhaseShortCircuitTests
{
    /// <summary>
    /// IEC TR 60909-4:2000, clause 3: 20 kV network of 10 kA feeds two transformers 20/0.41 kV (630 and 400 kVA, 4 %, 6.5 and 4.6 kW) in parallel; two cables 4 × 240 Cu
    /// of 10 m, two cables 4 × 185 Al of 4 m, a cable 4 × 70 Cu of 20 m and an overhead line 50 Cu of 50 m. Published: Zk at F1 (1.881 + j 6.746) mΩ,
    /// Ik″ 34.62, 34.12 and 6.95 kA. The last is 6.942 by the impedances as printed.
    /// </summary>
    [Fact]
    public void The_low_voltage_example_of_IEC_TR_60909_4_comes_out()
    {
        const double lv = 0.4, ur = 0.41;
        string Transformer(int to, double mva, double lossMw)
        {
            double z = 0.04 * ur * ur / mva, r = lossMw * ur * ur / (mva * mva);
            return Branch(1, to, r, Math.Sqrt(z * z - r * r), lv, mva, lv / ur);
        }

        var grid = GridTexts.Grid(GridTexts.Case(
            $"{Bus(1, 3, 20)};{Bus(2, 1, lv)};{Bus(3, 1, lv)};{Bus(4, 1, lv)};{Bus(5, 1, lv)};{Bus(6, 1, lv)}", "1 0 0 9 -9 1 100 1 9 0",
            $"{Transformer(2, 0.63, 6.5e-3)};{Transformer(3, 0.4, 4.6e-3)};{Branch(2, 4, 0.077 * 0.005, 0.079 * 0.005, lv)};{Branch(3, 4, 0.208 * 0.002, 0.068 * 0.002, lv)};"
            + $"{Branch(4, 5, 0.271 * 0.02, 0.087 * 0.02, lv)};{Branch(5, 6, 0.3704 * 0.05, 0.297 * 0.05, lv)}"));

        var solution = ThreePhaseShortCircuit.Solve(grid, With(Math.Sqrt(3) * 20 * 10, 0.1));

        Assert.Equal(34.62, solution.MaximumKa[1], 0.005);
        Assert.Equal(34.12, solution.MaximumKa[3], 0.005);
        Assert.Equal(6.95, solution.MaximumKa[5], 0.01);
        Assert.Equal(10, solution.MaximumKa[0], 1e-9); // the network alone
        Assert.Equal(double.Hypot(1.881, 6.746), 1e3 * solution.ImpedanceOhm[1], 0.002);
        Assert.Equal(1.881 / 6.746, solution.ResistanceRatio[1], 0.0002);
    }

    /// <summary>Network 100 MVA with R/X = 0.75 at 10 kV: ZQ = 1.1 · 10²/100 = 1.1 Ω = 0.66 + j 0.88. Line 0.6 + j 0.8 Ω: |Z| = 2.1 Ω with R/X 0.75 throughout.</summary>
    [Fact]
    public void A_radial_case_comes_out_as_by_hand()
    {
        var grid = Line(0.6, 0.8);

        var solution = ThreePhaseShortCircuit.Solve(grid, With(100, 0.75, minimum: 50) with { EndTemperatureC = 145 });

        Assert.Equal(1.1 * 10 / (Math.Sqrt(3) * 2.1), solution.MaximumKa[1], 1e-12);
        Assert.Equal(0.75, solution.ResistanceRatio[1], 1e-12);
        var factor = 1.02 + 0.98 * Math.Exp(-3 * 0.75); // one R/X everywhere: every method gives this
        Assert.Equal(factor, solution.PeakFactor[1], 1e-12);
        Assert.Equal(factor * Math.Sqrt(2) * solution.MaximumKa[1], solution.PeakKa[1], 1e-12);

        // least: ZQ = 1.0 · 100/50 = 2 Ω = 1.2 + j 1.6; line at 145 °C: 0.6 · (1 + 0.004 · 125) = 0.9; |2.1 + j 2.4|
        Assert.Equal(1.0 * 10 / (Math.Sqrt(3) * double.Hypot(2.1, 2.4)), solution.MinimumKa[1], 1e-12);
        Assert.Equal(Math.Sqrt(3) * 10 * solution.MaximumKa[1], solution.PowerMva(grid.Buses.BaseKv)[1], 1e-12);
    }

    /// <summary>Z at bus 2 is 2.1 Ω, between the buses 1.1 Ω: of a current into bus 1, 1.1/2.1 flows into a short circuit at 2 … and all of it at 1.</summary>
    [Fact]
    public void Converters_add_their_current_as_the_impedances_share_it()
    {
        var grid = Line(0.6, 0.8);
        var solar = grid with { Generators = Second(grid.Generators, bus: 1, mw: 5) };

        var options = With(100, 0.75) with { ConverterCurrentPu = 1.2 };
        var (with, without) = (ThreePhaseShortCircuit.Solve(solar, options), ThreePhaseShortCircuit.Solve(solar, options with { ConverterCurrentPu = 0 }));

        var rated = 5 / (Math.Sqrt(3) * 10);
        Assert.Equal(1.2 * rated, with.ConverterKa[1], 1e-12);
        Assert.Equal(1.2 * rated, with.MaximumKa[1] - without.MaximumKa[1], 1e-12);
        Assert.Equal(1.2 * rated, with.ConverterKa[0], 1e-12); // Z12 = Z11: seen from the slack nothing is lost
        Assert.Equal(without.PeakKa[1] + Math.Sqrt(2) * 1.2 * rated, with.PeakKa[1], 1e-12);
    }

    /// <summary>The base of the case, 100 MVA, stands in mBASE where the file says nothing of the machine.</summary>
    [Theory]
    [InlineData(100, 5, 5, false)]
    [InlineData(6, 5, 6, true)]
    [InlineData(0, 5, 5, false)]
    [InlineData(6, double.PositiveInfinity, 6, true)]
    public void The_rating_of_a_converter_is_that_of_its_machine_where_the_case_tells_one(double machine, double most, double expected, bool isOfMachine)
    {
        var grid = Line(0.6, 0.8) is var line ? line with { Generators = Second(line.Generators, bus: 1, mw: most) with { RatingMva = [100, machine] } } : null!;

        var rating = Assert.Single(ConverterRating.Of(grid));
        var current = ThreePhaseShortCircuit.Solve(grid, With(100, 0.75) with { ConverterCurrentPu = 1 }).ConverterKa[1];

        Assert.Equal((1, expected, isOfMachine), (rating.Generator, rating.Mva, rating.IsOfMachine));
        Assert.Equal(expected / (Math.Sqrt(3) * 10), current, 1e-12);
    }

    [Fact]
    public void A_converter_without_rating_is_asked_about_unless_it_is_left_out()
    {
        var grid = Line(0.6, 0.8) is var line ? line with { Generators = Second(line.Generators, bus: 1, mw: double.PositiveInfinity) } : null!;

        Assert.Equal(ShortCircuitFaultKind.GeneratorRating, Assert.Single(ThreePhaseShortCircuit.Faults(grid, With(100, 0.75) with { ConverterCurrentPu = 1 })).Kind);
        Assert.Empty(ThreePhaseShortCircuit.Faults(grid, With(100, 0.75) with { ConverterCurrentPu = 0 }));
        Assert.Equal(0, ThreePhaseShortCircuit.Solve(grid, With(100, 0.75) with { ConverterCurrentPu = 0 }).ConverterKa[1]);
    }

    /// <summary>With one R/X everywhere impedances are resistances times a number, for which Rayleigh's law holds: a branch more never raises a driving-point resistance.</summary>
    [Fact]
    public void A_parallel_branch_never_lowers_a_current_where_all_have_one_ratio()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 30; trial++)
        {
            var lines = Enumerable.Range(2, 7).Select(b => (From: random.Next(1, b), To: b, X: random.NextDouble() + 0.05)).ToList();
            lines.Add((2, 8, random.NextDouble() + 0.05));
            var (from, to) = lines[random.Next(lines.Count)] is var line ? (line.From, line.To) : default;

            var before = ThreePhaseShortCircuit.Solve(Ring(lines), With(120, 0.5)).MaximumKa;
            var after = ThreePhaseShortCircuit.Solve(Ring([.. lines, (from, to, random.NextDouble() + 0.05)]), With(120, 0.5)).MaximumKa;

            Assert.All(before.Zip(after), pair => Assert.True(pair.Second >= pair.First - 1e-12));
        }
    }

    [Fact]
    public void Warm_conductors_and_weak_networks_lower_the_least_current_and_low_voltage_has_its_own_factor()
    {
        var grid = Line(0.6, 0.8);
        double Least(double mva, double celsius) => ThreePhaseShortCircuit.Solve(grid, With(100, 0.1, mva) with { EndTemperatureC = celsius }).MinimumKa[1];

        Assert.True(Least(50, 20) > Least(50, 200) && Least(80, 20) > Least(50, 20));
        Assert.Equal((1.05, 1.10, 1.10, 0.95, 1.00), (VoltageFactor.Largest(0.4, LowVoltageTolerance.SixPercent), VoltageFactor.Largest(0.4, LowVoltageTolerance.TenPercent),
            VoltageFactor.Largest(10, LowVoltageTolerance.SixPercent), VoltageFactor.Least(0.4), VoltageFactor.Least(10)));
    }

    [Fact]
    public void Everything_that_is_missing_is_told_at_once()
    {
        var grid = Line(0.6, 0.8);
        var poor = grid with
        {
            Buses = grid.Buses with { BaseKv = [10, 0] },
            Generators = Second(grid.Generators, bus: 1, mw: 5),
        };

        var faults = ThreePhaseShortCircuit.Faults(poor, new ShortCircuitOptions { Feeders = [] });

        // base voltages differ, so the line counts as a transformer, and it has no rating
        Assert.Equal([ShortCircuitFaultKind.NoFeeder, ShortCircuitFaultKind.NoBaseVoltage, ShortCircuitFaultKind.NoTransformerRating, ShortCircuitFaultKind.GeneratorUnsaid], faults.Select(f => f.Kind));
        Assert.Throws<ArgumentException>(() => ThreePhaseShortCircuit.Solve(poor, new ShortCircuitOptions { Feeders = [] }));
    }

    static ShortCircuitOptions With(double mva, double ratio, double? minimum = null) => new() { Feeders = [new NetworkFeeder(0, mva, ratio, minimum)] };

    static PowerGrid Line(double ohm, double reactance) => GridTexts.Grid(GridTexts.Case($"{Bus(1, 3, 10)};{Bus(2, 1, 10)}", "1 0 0 9 -9 1 100 1 9 0", Branch(1, 2, ohm, reactance, 10)));

    static PowerGrid Ring(List<(int From, int To, double X)> lines) => GridTexts.Grid(GridTexts.Case(string.Join(';', Enumerable.Range(1, 8).Select(b => Bus(b, b == 1 ? 3 : 1, 10))),
        "1 0 0 9 -9 1 100 1 9 0", string.Join(';', lines.Select(l => Branch(l.From, l.To, l.X / 2, l.X, 10)))));

    static GridGenerators Second(GridGenerators one, int bus, double mw) => one with
    {
        Bus = [.. one.Bus, bus],
        PowerMw = [.. one.PowerMw, mw],
        PowerMvar = [.. one.PowerMvar, 0],
        MaxMvar = [.. one.MaxMvar, 0],
        MinMvar = [.. one.MinMvar, 0],
        SetpointPu = [.. one.SetpointPu, 1],
        RatingMva = [.. one.RatingMva, 100],
        InService = [.. one.InService, true],
        MaxMw = [.. one.MaxMw, mw],
        MinMw = [.. one.MinMw, 0],
    };

    static string Bus(int number, int kind, double kv) => string.Create(CultureInfo.InvariantCulture, $"{number} {kind} 0 0 0 0 1 1 0 {kv} 1 1.1 0.9");

    static string Branch(int from, int to, double ohm, double reactance, double kv, double rating = 0, double tap = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"{from} {to} {ohm * 100 / (kv * kv):R} {reactance * 100 / (kv * kv):R} 0 {rating} 0 0 {tap:R} 0 1 -360 360");
}
