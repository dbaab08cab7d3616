using System.Text;
using Suandian.Distribution;
using Suandian.PowerFlow;

namespace Suandian.Cases.Feeder;

public class FeederTableTests
{
    [Fact]
    public void Factors_and_megawatts_make_what_goes_into_each_bus()
    {
        var reading = Read("hour,load,load_3,pv_2,wind_3,pv\n7,0.5,2,0.25,0,0.1\n8,1,1,0,1.5,90%\n");

        // loads of 2 and 1 MW: −2 · 0.5 + 0.25, −2; −1 · 2, −1 + 1.5
        Assert.Empty(reading.Problems);
        Assert.Equal([0, 0, -0.75, -2, -2, 0.5], reading.Hours!.Injections.ActiveMw);
        Assert.Equal([0, 0, 1, 2, 2, 1], reading.Hours.LoadMw);
        Assert.Equal([7, 8], reading.Hours.Label);
        Assert.Equal([0.1, 0.9], reading.Hours.PvPu!);
        Assert.Null(reading.Hours.WindPu);
    }

    [Fact]
    public void Generators_of_the_case_follow_their_factor()
    {
        var grid = GridTexts.Grid(GridTexts.NineBuses);

        var hours = FeederTable.Parse(Encoding.UTF8.GetBytes("hour,generation,generation_3\n1,0.5,0\n"), "t.csv", grid).Hours!;

        Assert.Equal(0.5 * 163, hours.Injections.ActiveMw[1], 1e-12);
        Assert.Equal(0, hours.Injections.ActiveMw[2], 1e-12);
        Assert.Equal(-90, hours.Injections.ActiveMw[4], 1e-12);
    }

    [Fact]
    public void All_faults_are_told_at_once_with_line_and_column()
    {
        var problems = Read("hour,load,lod,pv_77,load\n1,abc,1,1,1\n3,-1,1,1\n").Problems;

        Assert.Equal(
            [
                (1, ProblemCode.ColumnTwice, "load"), (1, ProblemCode.FeederColumn, "lod"), (1, ProblemCode.FeederColumnBus, "pv_77"),
                (2, ProblemCode.FeederCell, "load"), (3, ProblemCode.RowLength, null), (3, ProblemCode.FeederHour, "hour"), (3, ProblemCode.FeederCell, "load"),
            ],
            problems.Select(p => (p.Row!.Value, p.Code, p.Column)));
        Assert.All(problems, p => Assert.DoesNotContain('{', p.Expected.Zh + p.Expected.En + p.Remedy.Zh + p.Remedy.En));
    }

    [Theory]
    [InlineData("", ProblemCode.FeederHourColumn)]
    [InlineData("hour,load\n", ProblemCode.FeederRows)]
    [InlineData("load,hour\n1,1\n", ProblemCode.FeederHourColumn)]
    [InlineData("hour;load\n1;1\n", ProblemCode.Separator)]
    [InlineData("hour,pv_18_2\n1,1\n", ProblemCode.FeederColumn)]
    [InlineData("hour,compute_2\n1,1\n", ProblemCode.FeederColumn)]
    [InlineData("hour,pv\n1,1.6\n", ProblemCode.FeederCell)]
    [InlineData("hour,pv_2\n1,NaN\n", ProblemCode.FeederCell)]
    [InlineData("hour,load\nx,1\n", ProblemCode.FeederHour)]
    public void A_table_that_cannot_be_used_says_why(string text, string code)
    {
        var reading = Read(text);

        Assert.Null(reading.Hours);
        Assert.Contains(code, reading.Problems.Select(p => p.Code));
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem() =>
        Assert.Equal(ProblemCode.FeederTableMissing, Assert.Single(FeederTable.Read("nowhere.csv", FeederGrids.Chain(5)).Problems).Code);

    [Fact]
    public void Mutilated_tables_never_throw()
    {
        var (random, good) = (new Random(5), Encoding.UTF8.GetBytes("hour,load,load_3,pv_2,wind_3,pv\n7,0.5,2,0.25,0,0.1\n8,1,1,0,1.5,0.9\n"));
        for (var i = 0; i < 3000; i++)
        {
            byte[] bytes = [.. good];
            for (var n = 0; n < 3; n++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var reading = FeederTable.Parse(bytes, "t.csv", FeederGrids.Chain(5));
            Assert.True(reading.Hours is not null || reading.Problems.Any(p => p.Severity == Severity.Error));
        }
    }

    static FeederTableReading Read(string text) => FeederTable.Parse(Encoding.UTF8.GetBytes(text), "t.csv", FeederGrids.Chain(5));
}
