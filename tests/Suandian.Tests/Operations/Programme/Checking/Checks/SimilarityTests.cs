namespace Suandian.Operations.Programme.Checking.Checks;

public class SimilarityTests
{
    /// <summary>By hand: "abcd" and "bcde" share the block bcd, 2·3/8 = 0.75; the two last pairs are the examples of difflib's documentation.</summary>
    [Theory]
    [InlineData("abcd", "bcde", 0.75)]
    [InlineData("", "", 1)]
    [InlineData("甲乙", "丙丁", 0)]
    [InlineData("tide", "diet", 0.25)]
    [InlineData("diet", "tide", 0.5)]
    public void The_ratio_is_twice_the_matching_characters_over_all(string one, string other, double ratio) =>
        Assert.Equal(ratio, Similarity.Ratio(one, other), 12);
}
