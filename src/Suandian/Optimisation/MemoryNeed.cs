namespace Suandian.Optimisation;

/// <summary>Memory that a process needs to write and solve a linear model, estimated from its size alone.</summary>
/// <remarks>
/// A model holds 12 bytes for a nonzero and 24 for a column. The hourly method adds sixteen numbers for each column and the series
/// of its shape; HiGHS a copy by rows, one by columns, the simplified problem and a factor. The factors below were fitted to peaks of
/// processes that read a case and solve it once; tests hold them within 40 % of the peaks measured.
/// </remarks>
public static class MemoryNeed
{
    /// <summary>The program, its libraries and a case with the weather of a year.</summary>
    const double Program = 88e6;

    const double HourlyPerColumn = 200;
    const double HourlyPerNonzero = 52;
    const double HighsPerNonzero = 360;

    /// <summary>Peak of a process that writes a model and solves it once, bytes.</summary>
    /// <param name="size">Size of the model.</param>
    /// <param name="method">Method that solves it.</param>
    public static long Bytes(ModelSize size, SolverMethod method) => (long)(Program + method switch
    {
        SolverMethod.Hourly => HourlyPerColumn * size.Columns + HourlyPerNonzero * size.Nonzeros,
        _ => HighsPerNonzero * size.Nonzeros,
    });

    /// <summary>True where the limit of the options allows a model to be solved.</summary>
    internal static bool Fits(ModelSize size, SolverOptions options) => !(Bytes(size, options.Method) > options.MemoryLimitBytes);

    /// <summary>Refuses a model that would take more memory than the options allow, before it is written or solved.</summary>
    /// <exception cref="MemoryShortException">It would.</exception>
    internal static void Check(ModelSize size, SolverOptions options)
    {
        if (!Fits(size, options))
        {
            throw new MemoryShortException(Bytes(size, options.Method), options.MemoryLimitBytes!.Value, options.Method);
        }
    }
}

/// <summary>Size of a linear model.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Nonzeros">Matrix entries.</param>
public readonly record struct ModelSize(long Rows, long Columns, long Nonzeros)
{
    /// <summary>Size of a model as it stands.</summary>
    internal static ModelSize Of(LinearModel model) => new(model.RowCount, model.ColumnCount, model.NonzeroCount);

    /// <summary>Both together.</summary>
    public static ModelSize operator +(ModelSize left, ModelSize right) =>
        new(left.Rows + right.Rows, left.Columns + right.Columns, left.Nonzeros + right.Nonzeros);
}
