namespace Suandian.PowerFlow;

/// <summary>A copy of the Jacobian and its right-hand side, to measure a step by and to factorise with exchange of rows.</summary>
sealed class JacobianCheck(NewtonKernel kernel, FlowEquations equations)
{
    readonly double[] _blocks = new double[4 * equations.Column.Length];

    /// <summary>The right-hand side.</summary>
    internal double[] Right { get; private set; } = [];

    /// <summary>Copies what the kernel has just assembled.</summary>
    internal void Take()
    {
        Right = kernel.Right.ToArray();
        for (var k = 0; k < equations.Column.Length; k++)
        {
            kernel.Factors.Numbers.Slice(4 * equations.Block[k], 4).CopyTo(_blocks.AsSpan(4 * k));
        }
    }

    /// <summary>Largest residual of a step relative to the right-hand side; infinite where the step is not finite.</summary>
    internal double Residual(double[] step, out double[] residual)
    {
        residual = [.. Right];
        for (var i = 0; i < equations.Size; i++)
        {
            for (var k = equations.Start[i]; k < equations.Start[i + 1]; k++)
            {
                var j = equations.Column[k];
                residual[2 * i] -= _blocks[4 * k] * step[2 * j] + _blocks[4 * k + 1] * step[2 * j + 1];
                residual[2 * i + 1] -= _blocks[4 * k + 2] * step[2 * j] + _blocks[4 * k + 3] * step[2 * j + 1];
            }
        }

        var relative = residual.Max(x => Math.Abs(x)) / Right.Max(x => Math.Abs(x));
        return double.IsNaN(relative) ? double.PositiveInfinity : relative;
    }

    /// <summary>Factors with exchange of rows; null where the Jacobian is singular.</summary>
    internal PivotingLu? Pivoting() => PivotingLu.Of(2 * equations.Size, Column);

    /// <summary>A column of the Jacobian, as the pattern is symmetric: block (j, i) stands in row j.</summary>
    IEnumerable<(int Row, double Value)> Column(int column)
    {
        var (i, side) = (column / 2, column % 2);
        for (var k = equations.Start[i]; k < equations.Start[i + 1]; k++)
        {
            var j = equations.Column[k];
            var block = 4 * Array.BinarySearch(equations.Column, equations.Start[j], equations.Start[j + 1] - equations.Start[j], i);
            yield return (2 * j, _blocks[block + side]);
            yield return (2 * j + 1, _blocks[block + 2 + side]);
        }
    }
}
