using Suandian.PowerFlow;

namespace Suandian.Cases.Matpower;

public class MatpowerFaultsTests
{
    [Fact]
    public void All_faults_are_told_at_once_with_their_lines()
    {
        var problems = MatpowerCase.Parse("""
            function mpc = wrong
            mpc.version = '1';
            mpc.baseMVA = -5;
            mpc.bus = [
                1 3 0 0 0 0 1 1 0 110 1 1.1 0.9;
                1 1 0 0 0 0 1 1 0 110 1 1.1 0.9;
                2 5 NaN 0 0 0 1 1 0 110 1 0.8 0.9;
                3 1 0 0 0 0 1 1 0 110 1 1.1;
                4 1 0 x 0 0 1 1 0 110 1 1.1 0.9;
            ];
            mpc.gen = [ 9 0 0 5 -5 1 100 1 5 -5 ];
            mpc.branch = [
                1 2 0 0 0 -1 0 0 0 0 1 -360 360;
                2 2 0 1 0 0 0 0 0 0 1 -360 360;
                1 8 0 1 0 0 0 0 0 0 2 -360 360;
            ];
            mpc.gencost = [ 2 0 0 3 1 1 ];
            if true, mpc.bus(1, 3) = 7; end
            mpc.bus = [];
            """, "wrong.m").Problems;

        Assert.Equal(
            [
                "SD1503 ", "SD1508 3", "SD1509 6", "SD1508 7", "SD1508 7", "SD1511 7", "SD1507 8", "SD1506 9", "SD1510 11", "SD1508 13", "SD1513 13", "SD1512 14",
                "SD1508 15", "SD1510 15", "SD1521 17", "SD1506 18", "SD1505 19",
            ],
            problems.Select(p => $"{p.Code} {p.Row}"));
    }

    [Theory]
    [InlineData("2 1 5 0 0 0 1 1 0 110 1 1.1 0.9; 3 1 5 0 0 0 1 1 0 110 1 1.1 0.9", "1 2 0 1 0 0 0 0 0 0 1 -360 360", "SD1514")]
    [InlineData("2 3 5 0 0 0 1 1 0 110 1 1.1 0.9; 3 1 5 0 0 0 1 1 0 110 1 1.1 0.9", "1 2 0 1 0 0 0 0 0 0 1 -360 360; 2 3 0 1 0 0 0 0 0 0 1 -360 360", "SD1515")]
    [InlineData("2 2 5 0 0 0 1 1 0 110 1 1.1 0.9; 3 4 5 0 0 0 1 1 0 110 1 1.1 0.9", "1 2 0 1 0 0 0 0 0 0 1 -360 360", "SD1517")]
    public void Slacks_and_islands_are_checked(string buses, string branches, string code)
    {
        var reading = MatpowerCase.Parse(GridTexts.Case("1 3 0 0 0 0 1 1 0 110 1 1.1 0.9;" + buses, "1 0 0 9 -9 1 100 1 9 0; " + (code == "SD1515" ? "2 0 0 9 -9 1 100 1 9 0" : ""), branches), "x.m");

        Assert.Equal(code, Assert.Single(reading.Problems).Code);
        Assert.Equal(code != "SD1517", reading.Grid is null);
    }

    [Fact]
    public void Every_problem_speaks_both_languages_with_all_places_filled()
    {
        var problems = MatpowerCase.Parse(GridTexts.NineBuses.Replace("9 4 0.01", "9 40 0.01", StringComparison.Ordinal).Replace("2 163", "2 1e999", StringComparison.Ordinal) + "mpc.dcline = [1 2 3];", "x.m").Problems;

        Assert.Equal(["SD1508", "SD1510", "SD1522"], problems.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(problems, p => (p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En + p.Title.Zh).Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_thousand_mutilated_files_give_a_grid_or_problems_and_no_crash()
    {
        var text = GridTexts.NineBuses + "mpc.bus_name = {'a'; 'b'};\nmpc.bus(:, PD) = mpc.bus(:, PD) * sqrt(4) / 2;\n";
        var random = new Random(20261125);
        const string letters = "0123456789.-+eE;,[](){}'\"%\n =:*/^x\tNaI\0é";
        for (var round = 0; round < 10_000; round++)
        {
            var changed = text.ToCharArray();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                changed[random.Next(changed.Length)] = letters[random.Next(letters.Length)];
            }

            var reading = MatpowerCase.Parse(new string(changed), "mutilated.m");

            Assert.Equal(reading.Grid is null, reading.Problems.Any(p => p.Severity == Severity.Error));
            if (reading.Grid is { } grid && round % 20 == 0)
            {
                AcFlow.Solve(grid); // ends, whatever the numbers are
            }
        }
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("5Inf")]
    [InlineData("pi'")]
    [InlineData("mpc.nothing")]
    [InlineData("1e5x")]
    public void What_is_no_number_is_never_taken_for_one(string number) =>
        Assert.Equal(["SD1506 11"], MatpowerCase.Parse(GridTexts.TwoBuses(1).Replace("0 0.1 0", $"0 {number} 0", StringComparison.Ordinal), "x.m").Problems.Select(p => $"{p.Code} {p.Row}").Distinct());

    [Fact]
    public void Brackets_nested_without_end_are_refused() =>
        Assert.Contains(MatpowerCase.Parse("mpc.baseMVA = " + new string('(', 100_000) + "1", "deep.m").Problems, p => p.Code == ProblemCode.GridSyntax);
}
