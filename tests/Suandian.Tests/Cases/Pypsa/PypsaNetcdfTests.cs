namespace Suandian.Cases.Pypsa;

public class PypsaNetcdfTests
{
    [Fact]
    public void A_netCDF_file_gives_what_its_CSV_folder_gives()
    {
        // the network of rung 1 of the ladder, whose optimum PyPSA found
        var reading = PypsaImport.Read(Repository.File("tests/Suandian.Tests/Cases/Pypsa/transport.nc"));

        Assert.Equal(["SD1104"], reading.Problems.Select(p => p.Code)); // generators_t_p is an outcome
        Assert.Equal(PypsaLadder.All[0].Optimum, PypsaText.Plan(reading).ObjectiveYuan, 1e-8 * PypsaLadder.All[0].Optimum);
        Assert.Equal("2015-01-01 03:00:00", reading.Network!.Snapshots.Label[3]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CDF\u0001 of the old form")]
    public void A_file_that_is_no_netCDF_4_is_a_problem(string text)
    {
        using var scratch = new ScratchFolder();
        var path = Path.Combine(scratch.Folder, "broken.nc");
        System.IO.File.WriteAllText(path, text);

        Assert.Equal(["SD0111"], PypsaImport.Read(path).Problems.Select(p => p.Code));
    }
}
