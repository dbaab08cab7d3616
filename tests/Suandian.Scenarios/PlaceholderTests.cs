namespace Suandian;

public class PlaceholderTests
{
    [Fact]
    public void The_house_builds() => Assert.NotNull(typeof(Text).Assembly);
}
