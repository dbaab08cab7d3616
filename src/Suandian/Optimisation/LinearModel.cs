namespace Suandian.Optimisation;

/// <summary>
/// min c'x + k, lower ≤ A x ≤ upper, lower ≤ x ≤ upper, built block by block; each column and row knows its block, component and snapshot.
/// </summary>
/// <remarks>
/// The only mutable object of the house; it is filled by one thread and is done with after the solve.
/// Rows are stored one after another (compressed sparse rows); equations write straight into that store.
/// Terms of the same variable are added up; entries below 1e-12 of the largest of their row are dropped.
/// </remarks>
public sealed partial class LinearModel
{
    readonly TermBuffer _terms;
    readonly List<Variables> _variables = [];
    readonly List<Constraints> _constraints = [];
    readonly HashSet<string> _names = new(StringComparer.Ordinal);
    double[] _columnLower;
    double[] _columnUpper;
    double[] _columnCost;
    double[] _rowLower;
    double[] _rowUpper;
    int[] _rowStart;
    bool _isRelaxed;
    int _columns;
    int _rows;

    /// <summary>An empty model.</summary>
    /// <param name="name">Name, for the LP text and messages.</param>
    /// <param name="rows">Rows expected; the model grows beyond it, at the price of copying.</param>
    /// <param name="columns">Columns expected.</param>
    /// <param name="nonzeros">Nonzeros expected.</param>
    public LinearModel(string name, int rows = 0, int columns = 0, int nonzeros = 0)
    {
        Name = name;
        _terms = new TermBuffer(nonzeros);
        _columnLower = new double[columns];
        _columnUpper = new double[columns];
        _columnCost = new double[columns];
        _rowLower = new double[rows];
        _rowUpper = new double[rows];
        _rowStart = new int[rows + 1];
    }

    /// <summary>A copy that may grow on its own.</summary>
    LinearModel(LinearModel other)
    {
        (Name, CostConstant, _isRelaxed, _columns, _rows) = (other.Name, other.CostConstant, other._isRelaxed, other._columns, other._rows);
        _terms = new TermBuffer(other._terms);
        (_variables, _constraints, _names) = ([.. other._variables], [.. other._constraints], new(other._names, StringComparer.Ordinal));
        (_columnLower, _columnUpper, _columnCost) = (other.ColumnLower.ToArray(), other.ColumnUpper.ToArray(), other.ColumnCost.ToArray());
        (_rowLower, _rowUpper, _rowStart) = (other.RowLower.ToArray(), other.RowUpper.ToArray(), other.RowStart.ToArray());
    }

    /// <summary>Name of the model.</summary>
    public string Name { get; }

    /// <summary>End of the names of all blocks that are added from now on; empty by default. Lets one model hold the same equations several times.</summary>
    internal string BlockSuffix { get; set; } = "";

    /// <summary>Number of columns.</summary>
    public int ColumnCount => _columns;

    /// <summary>Number of rows.</summary>
    public int RowCount => _rows;

    /// <summary>Number of matrix entries.</summary>
    public int NonzeroCount => _terms.Count;

    /// <summary>The blocks of columns, in the order they were added.</summary>
    public IReadOnlyList<Variables> VariableBlocks => _variables;

    /// <summary>The blocks of rows, in the order they were added.</summary>
    public IReadOnlyList<Constraints> ConstraintBlocks => _constraints;

    /// <summary>True when some variables take whole numbers only.</summary>
    public bool HasIntegers => !_isRelaxed && _variables.Exists(v => v.IsInteger && v.Block.Length > 0);

    /// <summary>Lower bounds of the columns [columns].</summary>
    public ReadOnlySpan<double> ColumnLower => _columnLower.AsSpan(0, _columns);

    /// <summary>Upper bounds of the columns [columns].</summary>
    public ReadOnlySpan<double> ColumnUpper => _columnUpper.AsSpan(0, _columns);

    /// <summary>Costs of the columns [columns].</summary>
    public ReadOnlySpan<double> ColumnCost => _columnCost.AsSpan(0, _columns);

    /// <summary>Lower bounds of the rows [rows].</summary>
    public ReadOnlySpan<double> RowLower => _rowLower.AsSpan(0, _rows);

    /// <summary>Upper bounds of the rows [rows].</summary>
    public ReadOnlySpan<double> RowUpper => _rowUpper.AsSpan(0, _rows);

    /// <summary>Where each row starts among the entries, and where the last one ends [rows + 1].</summary>
    public ReadOnlySpan<int> RowStart => _rowStart.AsSpan(0, _rows + 1);

    /// <summary>Column of each entry [nonzeros]; no column twice in a row, in the order of the equation.</summary>
    public ReadOnlySpan<int> EntryColumn => _terms.Index;

    /// <summary>Coefficient of each entry [nonzeros].</summary>
    public ReadOnlySpan<double> EntryValue => _terms.Value;

    /// <summary>Name of a column, such as <c>generator_power[Naomaohu wind,17]</c>.</summary>
    public string ColumnName(int column) => ColumnBlock(column).NameOf(column);

    /// <summary>Name of a row, such as <c>bus_balance[Naomaohu,17]</c>.</summary>
    public string RowName(int row) => RowBlock(row).NameOf(row);

    /// <summary>The block a column belongs to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such column.</exception>
    public Block ColumnBlock(int column) => Find(_variables.Count, k => _variables[k].Block, column, _columns);

    /// <summary>The block a row belongs to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such row.</exception>
    public Block RowBlock(int row) => Find(_constraints.Count, k => _constraints[k].Block, row, _rows);

    /// <summary>Rows and columns that no choice can satisfy: an empty row that excludes 0, or a lower bound above its upper bound.</summary>
    /// <returns>Their names, in order; empty for a model without such a contradiction.</returns>
    public IReadOnlyList<string> Contradictions()
    {
        var names = new List<string>();
        for (var j = 0; j < _columns; j++)
        {
            if (_columnLower[j] > _columnUpper[j])
            {
                names.Add(ColumnName(j));
            }
        }

        for (var i = 0; i < _rows; i++)
        {
            var empty = _rowStart[i] == _rowStart[i + 1];
            if (_rowLower[i] > _rowUpper[i] || (empty && (_rowLower[i] > 0 || _rowUpper[i] < 0)))
            {
                names.Add(RowName(i));
            }
        }

        return names;
    }

    /// <summary>The last block that starts at or before an index and is not empty.</summary>
    static Block Find(int count, Func<int, Block> block, int index, int total)
    {
        if ((uint)index >= (uint)total)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"the model has {total}");
        }

        var (low, high) = (0, count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = block(middle).First <= index ? (middle, high) : (low, middle - 1);
        }

        return block(low);
    }

    void TakeName(string name, Members members)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count < 0 || members.Snapshots < 1)
        {
            throw new ArgumentException($"'{name}' has {members.Count} components × {members.Snapshots} snapshots", nameof(members));
        }

        if (members.Names is { } names && names.Count != members.Count)
        {
            throw new ArgumentException($"'{name}' has {members.Count} components but {names.Count} names", nameof(members));
        }

        if (!_names.Add(name))
        {
            throw new ArgumentException($"the model has a block '{name}' already", nameof(name));
        }
    }

    static void EnsureRoom<T>(ref T[] array, int length)
    {
        if (length > array.Length)
        {
            Array.Resize(ref array, (int)Math.Min(Array.MaxLength, Math.Max(length, 3L * array.Length / 2)));
        }
    }
}
