namespace Suandian.Scenarios;

/// <summary>The page of a sweep over three variations, one of them by words.</summary>
public sealed class SweepPageTests(SweepPageTests.Swept swept) : IClassFixture<SweepPageTests.Swept>
{
    [Theory]
    [InlineData("zh", 1440)]
    [InlineData("en", 1440)]
    [InlineData("zh", 375)]
    [InlineData("en", 375)]
    public async Task The_page_draws_all_curves_without_complaint_and_fits_its_width(string language, int width)
    {
        Assert.Equal(0, swept.Result.Code);
        await PageFrame.Check(swept.Folder, "sweep/index.html", language, width);
    }

    /// <summary>The sweep, computed once.</summary>
    public sealed class Swept : IAsyncLifetime
    {
        readonly Scratch _scratch = new();

        internal CliResult Result { get; private set; } = null!;

        internal string Folder => _scratch.Folder;

        public async ValueTask InitializeAsync() => Result = await CliProcess.Run(
            _scratch.Folder, "sweep", Path.Combine(CliProcess.Root, "cases", "first-steps"), "--out", "sweep",
            "--set", "storage_units.battery.expandable=true,false", "--set", "pv.capital_cost=*0.8,1", "--set", "compute_demand=4..8:3");

        public ValueTask DisposeAsync()
        {
            _scratch.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
