using CsCheck;
using Suandian.PowerFlow;

namespace Suandian.OptimalFlow.Interior;

public class KktFactorsTests
{
    [Fact]
    public void A_block_times_its_inverse_is_one_and_inertia_is_kept() =>
        Gen.Select(Gen.Double[-2, 2].Array[16], Gen.Int[0, 15]).Sample((numbers, signs) =>
        {
            // A = L S L' with a unit lower triangle L has the signs of S (Sylvester)
            var a = new double[16];
            for (var i = 0; i < 16; i++)
            {
                for (var k = 0; k < 4; k++)
                {
                    double Lower(int row) => row == k ? 1 : row > k ? numbers[4 * row + k] : 0;
                    a[i] += Lower(i / 4) * Lower(i % 4) * ((signs >> k & 1) != 0 ? -1 : 1);
                }
            }

            double[] inverse = [.. a];
            var negative = SymmetricBlock.Invert(inverse);

            Assert.Equal(int.PopCount(signs), negative);
            for (var i = 0; i < 16; i++)
            {
                var product = Enumerable.Range(0, 4).Sum(k => a[4 * (i / 4) + k] * inverse[4 * k + i % 4]);
                Assert.Equal(i / 4 == i % 4 ? 1 : 0, product, 1e-6);
            }
        });

    [Fact]
    public void A_singular_block_is_told() => Assert.Equal(-1, SymmetricBlock.Invert(new double[16]));

    [Fact]
    public void Solutions_have_small_residuals_and_equal_those_with_exchange_of_rows() =>
        Gen.Int[0, 10_000].Sample(seed =>
        {
            var random = new Random(seed);
            const int n = 12;
            int[] from = [.. Enumerable.Range(1, n - 1).Select(i => random.Next(i)), 3, 5, 7], to = [.. Enumerable.Range(1, n - 1), 8, 9, 10];
            var pattern = new KktPattern(n, from, to);
            var factors = new KktFactors(pattern);
            Fill(factors, random);
            double[] right = [.. Enumerable.Range(0, 4 * n).Select(_ => random.NextDouble() - 0.5)], x = [.. right];

            factors.Factor(0);
            var (_, last) = factors.Solve(x);

            Assert.InRange(last, 0, 1e-9);
            Assert.Equal(PivotingLu.Of(4 * n, factors.Entries)!.Solve(right), x, (a, b) => Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Abs(a)));
        }, iter: 50);

    /// <summary>Blocks like those of a grid: curvature of both signs, a Jacobian, no curvature of prices.</summary>
    static void Fill(KktFactors factors, Random random)
    {
        for (var i = 0; i < factors.Diagonal.Length; i++)
        {
            var (row, column) = (i % 16 / 4, i % 4);
            if (row <= column && !(row >= 2 && column >= 2))
            {
                factors.Diagonal[i] = factors.Diagonal[i / 16 * 16 + 4 * column + row] = 4 * random.NextDouble() + (row == column ? 1 : 0) + (column == row + 2 ? 10 : 0);
            }
        }

        for (var i = 0; i < factors.Upper.Length; i++)
        {
            factors.Upper[i] = i % 16 / 4 >= 2 && i % 4 >= 2 ? 0 : random.NextDouble() - 0.5;
        }
    }
}
