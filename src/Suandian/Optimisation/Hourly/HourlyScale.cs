namespace Suandian.Optimisation.Hourly;

/// <summary>Units in which the solver works: one per hourly column, row and shared column, the same at all snapshots.</summary>
/// <remarks>
/// x = σ p x̂, z = ζ p ẑ, row × ρ, year row × γ, cost / κ. σ and ρ by alternating square roots of the largest coefficients
/// (D. Ruiz, A scaling algorithm to equilibrate both rows and columns norms in matrices, RAL-TR-2001-034), rounded to powers of
/// two so that scaling adds no round-off; p is the mean size of the right-hand sides, κ the largest hourly cost.
/// </remarks>
sealed class HourlyScale
{
    const int Rounds = 4;

    HourlyScale(HourlyShape shape)
    {
        Column = new double[shape.Columns.Count];
        Row = new double[shape.Rows.Count];
        Shared = new double[shape.Shared.Count];
        YearRow = new double[shape.YearRows.Count];
        foreach (var factors in (double[][])[Column, Row, Shared, YearRow])
        {
            Array.Fill(factors, 1);
        }
    }

    /// <summary>σ of each hourly column.</summary>
    internal double[] Column { get; }

    /// <summary>ρ of each hourly row.</summary>
    internal double[] Row { get; }

    /// <summary>ζ of each shared column.</summary>
    internal double[] Shared { get; }

    /// <summary>γ of each year row.</summary>
    internal double[] YearRow { get; }

    /// <summary>p, the unit of power.</summary>
    internal double Power { get; private set; } = 1;

    /// <summary>κ, the unit of cost.</summary>
    internal double Cost { get; private set; } = 1;

    /// <summary>The units for a shape.</summary>
    internal static HourlyScale Of(HourlyShape shape)
    {
        var scale = new HourlyScale(shape);
        scale.Equilibrate(shape);
        scale.ScaleShared(shape);
        scale.ScalePower(shape);
        scale.ScaleYearRows(shape);
        scale.Cost = shape.Columns.Select((c, v) => c.Cost.Largest() * scale.Column[v]).DefaultIfEmpty(0).Max();
        scale.Cost = scale.Cost > 0 ? scale.Cost : 1;
        return scale;
    }

    void Equilibrate(HourlyShape shape)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var row = new double[Row.Length];
            var column = new double[Column.Length];
            for (var v = 0; v < Column.Length; v++)
            {
                foreach (var (r, a) in shape.Columns[v].Rows.Concat(shape.Columns[v].NextRows))
                {
                    var size = a.Largest() * Row[r] * Column[v];
                    (row[r], column[v]) = (Math.Max(row[r], size), Math.Max(column[v], size));
                }
            }

            Divide(Row, row);
            Divide(Column, column);
        }

        Round(Row);
        Round(Column);
    }

    void ScaleShared(HourlyShape shape)
    {
        var largest = new double[Shared.Length];
        void Take(int k, double size) => largest[k] = Math.Max(largest[k], size);
        for (var v = 0; v < Column.Length; v++)
        {
            foreach (var side in (Side[])[shape.Columns[v].Lower, shape.Columns[v].Upper])
            {
                if (side.Shared >= 0)
                {
                    Take(side.Shared, side.Factor.Largest() / Column[v]);
                }
            }
        }

        for (var r = 0; r < Row.Length; r++)
        {
            foreach (var (k, f) in shape.Rows[r].Shared)
            {
                Take(k, f.Largest() * Row[r]);
            }
        }

        for (var k = 0; k < Shared.Length; k++)
        {
            Shared[k] = largest[k] > 0 ? Power2(1 / largest[k]) : 1;
        }
    }

    void ScalePower(HourlyShape shape)
    {
        var (sum, count) = (0.0, 0);
        void Take(double size)
        {
            (sum, count) = size > 0 && double.IsFinite(size) ? (sum + size, count + 1) : (sum, count);
        }

        for (var r = 0; r < Row.Length; r++)
        {
            for (var t = 0; t < shape.Snapshots && !shape.Rows[r].RightHandSide.IsZero; t++)
            {
                Take(Math.Abs(shape.Rows[r].RightHandSide[t]) * Row[r]);
            }
        }

        for (var v = 0; v < Column.Length && count == 0; v++)
        {
            Take(shape.Columns[v].Upper.Constant.Largest() / Column[v]);
        }

        Power = count > 0 ? sum / count : 1;
    }

    void ScaleYearRows(HourlyShape shape)
    {
        var largest = new double[YearRow.Length];
        for (var v = 0; v < Column.Length; v++)
        {
            foreach (var (g, c) in shape.Columns[v].YearRows)
            {
                largest[g] = Math.Max(largest[g], c.Largest() * Column[v] * Math.Sqrt(shape.Snapshots));
            }
        }

        for (var g = 0; g < YearRow.Length; g++)
        {
            var own = shape.YearRows[g].Shared.Select(e => Math.Abs(e.Coefficient) * Shared[e.Shared]).DefaultIfEmpty(0).Max();
            YearRow[g] = largest[g] > 0 ? 1 / largest[g] : own > 0 ? 1 / own : 1;
        }
    }

    static void Divide(double[] factors, double[] sizes)
    {
        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] /= sizes[i] > 0 ? Math.Sqrt(sizes[i]) : 1;
        }
    }

    static void Round(double[] factors)
    {
        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] = Power2(factors[i]);
        }
    }

    static double Power2(double factor) => Math.Pow(2, Math.Round(Math.Log2(factor)));
}
