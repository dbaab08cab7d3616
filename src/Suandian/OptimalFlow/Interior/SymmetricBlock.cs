namespace Suandian.OptimalFlow.Interior;

/// <summary>Inverse and inertia of a symmetric 4 × 4 block that need not be definite.</summary>
/// <remarks>
/// Sweeps of one or two rows at a time with complete pivoting: the largest diagonal entry where it is at least 0.64 of the largest
/// other entry, else the pair of that entry. Source: J. R. Bunch and B. N. Parlett, SIAM J. Numer. Anal. 8 (1971) 639, doi:10.1137/0708060.
/// </remarks>
static class SymmetricBlock
{
    const double DiagonalShare = 0.6403882032022076; // (1 + √17)/8

    /// <summary>Inverts a block.</summary>
    /// <param name="block">Rows one after another; the inverse on return.</param>
    /// <returns>Number of negative eigenvalues; −1 where the block is singular or not finite.</returns>
    internal static int Invert(Span<double> block)
    {
        var (isLeft, left, negative) = (0b1111, 4, 0);
        while (left > 0)
        {
            var (p, q, isPair) = Pivot(block, isLeft);
            var determinant = isPair ? block[5 * p] * block[5 * q] - block[4 * p + q] * block[4 * p + q] : block[5 * p];
            if (determinant == 0 || !double.IsFinite(determinant))
            {
                return -1;
            }

            if (isPair)
            {
                negative += determinant < 0 ? 1 : block[5 * p] < 0 ? 2 : 0;
                SweepPair(block, (p, q), determinant);
            }
            else
            {
                negative += determinant < 0 ? 1 : 0;
                Sweep(block, p);
            }

            isLeft &= ~(1 << p | (isPair ? 1 << q : 0));
            left -= isPair ? 2 : 1;
        }

        for (var i = 0; i < 16; i++)
        {
            block[i] = -block[i];
        }

        return negative;
    }

    static (int P, int Q, bool IsPair) Pivot(ReadOnlySpan<double> a, int isLeft)
    {
        var (best, p, q, diagonal, pair) = (0, 0, 0, -1.0, -1.0);
        for (var i = 0; i < 4; i++)
        {
            if ((isLeft >> i & 1) == 0)
            {
                continue;
            }

            if (Math.Abs(a[5 * i]) > diagonal)
            {
                (best, diagonal) = (i, Math.Abs(a[5 * i]));
            }

            for (var j = i + 1; j < 4; j++)
            {
                if ((isLeft >> j & 1) != 0 && Math.Abs(a[4 * i + j]) > pair)
                {
                    (p, q, pair) = (i, j, Math.Abs(a[4 * i + j]));
                }
            }
        }

        return diagonal >= DiagonalShare * pair ? (best, best, false) : (p, q, true);
    }

    static void Sweep(Span<double> a, int p)
    {
        var inverse = 1 / a[5 * p];
        for (var i = 0; i < 4; i++)
        {
            var factor = a[4 * i + p] * inverse;
            for (var j = 0; i != p && j < 4; j++)
            {
                a[4 * i + j] -= j == p ? 0 : factor * a[4 * p + j];
            }
        }

        for (var i = 0; i < 4; i++)
        {
            a[4 * i + p] = a[4 * p + i] = i == p ? -inverse : a[4 * p + i] * inverse;
        }
    }

    static void SweepPair(Span<double> a, (int P, int Q) pair, double determinant)
    {
        var (p, q) = pair;
        double pp = a[5 * q] / determinant, pq = -a[4 * p + q] / determinant, qq = a[5 * p] / determinant;
        for (var i = 0; i < 4; i++)
        {
            double atP = a[4 * p + i], atQ = a[4 * q + i], first = atP * pp + atQ * pq, second = atP * pq + atQ * qq;
            for (var j = 0; i != p && i != q && j < 4; j++)
            {
                a[4 * i + j] -= j == p || j == q ? 0 : first * a[4 * p + j] + second * a[4 * q + j];
            }
        }

        for (var i = 0; i < 4; i++)
        {
            if (i != p && i != q)
            {
                double atP = a[4 * p + i], atQ = a[4 * q + i];
                a[4 * i + p] = a[4 * p + i] = atP * pp + atQ * pq;
                a[4 * i + q] = a[4 * q + i] = atP * pq + atQ * qq;
            }
        }

        (a[5 * p], a[5 * q], a[4 * p + q], a[4 * q + p]) = (-pp, -qq, -pq, -pq);
    }
}
