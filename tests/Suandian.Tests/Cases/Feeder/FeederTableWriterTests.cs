using System.Text;
using Suandian.Distribution;
using Suandian.Distribution.Year;
using Suandian.PowerFlow;

namespace Suandian.Cases.Feeder;

public class FeederTableWriterTests
{
    /// <summary>Loads of two shapes, PV, a battery and reactive power, all of which the case does not hold.</summary>
    [Fact]
    public void What_is_written_is_read_again()
    {
        var grid = FeederGrids.Chain(5);
        var hours = FeederHours.Of(new HourlyInjections(2, [0, 0, -1.5, -2.25, 0.3, -1], [0, 0, 0.125, -0.5, 0, 0])) with { LoadMw = [0, 0, 2, 2.25, 0.7, 0.75] };

        var read = FeederTable.Parse(Encoding.UTF8.GetBytes(FeederTableWriter.Write(grid, hours)), "hours.csv", grid);

        Assert.Empty(read.Problems);
        Assert.Equal(hours.Injections.ActiveMw[2..], read.Hours!.Injections.ActiveMw[2..], (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(hours.Injections.ReactiveMvar[2..], read.Hours.Injections.ReactiveMvar[2..], (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(hours.LoadMw, read.Hours.LoadMw, (a, b) => Math.Abs(a - b) < 1e-12);
    }
}
