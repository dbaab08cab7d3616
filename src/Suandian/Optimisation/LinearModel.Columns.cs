namespace Suandian.Optimisation;

public sealed partial class LinearModel
{
    /// <summary>Adds variables with the same bounds, one per component and snapshot.</summary>
    public Variables Variables(string name, int count, int snapshots, double lower, double upper) =>
        Variables(name, new Members(count, snapshots), lower, upper);

    /// <summary>Adds variables with the same lower bound and an upper bound for each.</summary>
    public Variables Variables(string name, int count, int snapshots, double lower, Func<int, int, double> upper) =>
        Variables(name, new Members(count, snapshots), (_, _) => lower, upper);

    /// <summary>Adds variables with bounds for each.</summary>
    public Variables Variables(
        string name, int count, int snapshots, Func<int, int, double> lower, Func<int, int, double> upper) =>
        Variables(name, new Members(count, snapshots), lower, upper);

    /// <summary>Adds variables with the same bounds.</summary>
    /// <param name="name">Name of the block; no other block may have it.</param>
    /// <param name="members">Components, snapshots, names, and which members exist.</param>
    /// <param name="lower">Lower bound; −∞ where there is none.</param>
    /// <param name="upper">Upper bound; +∞ where there is none.</param>
    /// <exception cref="ArgumentException">The name is taken, or a bound is NaN.</exception>
    public Variables Variables(string name, Members members, double lower, double upper)
    {
        var (variables, first, length) = AddColumns(name, members);
        CheckBound(lower, upper, variables, first);
        _columnLower.AsSpan(first, length).Fill(lower);
        _columnUpper.AsSpan(first, length).Fill(upper);
        return variables;
    }

    /// <summary>Adds variables with the same lower bound and an upper bound for each.</summary>
    /// <inheritdoc cref="Variables(string, Members, Func{int, int, double}, Func{int, int, double})"/>
    public Variables Variables(string name, Members members, double lower, Func<int, int, double> upper) =>
        Variables(name, members, (_, _) => lower, upper);

    /// <summary>Adds variables with bounds for each.</summary>
    /// <param name="name">Name of the block; no other block may have it.</param>
    /// <param name="members">Components, snapshots, names, and which members exist.</param>
    /// <param name="lower">Lower bound of (component, snapshot), asked for members that exist only.</param>
    /// <param name="upper">Upper bound of (component, snapshot).</param>
    /// <exception cref="ArgumentException">The name is taken, or a bound is NaN.</exception>
    public Variables Variables(
        string name, Members members, Func<int, int, double> lower, Func<int, int, double> upper)
    {
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(upper);
        var (variables, first, length) = AddColumns(name, members);
        var where = members.Where;
        var column = first;
        for (var i = 0; i < members.Count && length > 0; i++)
        {
            for (var t = 0; t < members.Snapshots; t++)
            {
                if (where is null || variables.Column(i, t) >= 0)
                {
                    var (low, high) = (lower(i, t), upper(i, t));
                    CheckBound(low, high, variables, column);
                    _columnLower[column] = low;
                    _columnUpper[column++] = high;
                }
            }
        }

        return variables;
    }

    /// <summary>Adds variables with bounds from arrays.</summary>
    /// <param name="name">Name of the block; no other block may have it.</param>
    /// <param name="members">Components, snapshots, names, and which members exist.</param>
    /// <param name="lower">Lower bounds [components × snapshots].</param>
    /// <param name="upper">Upper bounds [components × snapshots].</param>
    /// <exception cref="ArgumentException">The name is taken, a bound is NaN, or an array has another length.</exception>
    public Variables Variables(string name, Members members, double[] lower, double[] upper)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(upper);
        var (snapshots, slots) = (members.Snapshots, members.Count * members.Snapshots);
        return lower.Length == slots && upper.Length == slots
            ? Variables(name, members, (i, t) => lower[i * snapshots + t], (i, t) => upper[i * snapshots + t])
            : throw new ArgumentException($"'{name}' needs {slots} bounds, not {lower.Length} and {upper.Length}", nameof(lower));
    }

    (Variables Variables, int First, int Length) AddColumns(string name, Members members)
    {
        if (_terms.IsOpen)
        {
            throw new InvalidOperationException($"'{name}' cannot be added while a row is being built");
        }

        name += BlockSuffix;
        TakeName(name, members);
        var (slots, columns) = Existing(members, _columns);
        var block = new Block(name, members, _columns, slots);
        EnsureRoom(ref _columnLower, _columns + block.Length);
        EnsureRoom(ref _columnUpper, _columns + block.Length);
        EnsureRoom(ref _columnCost, _columns + block.Length);
        _columnCost.AsSpan(_columns, block.Length).Clear();
        var variables = new Variables(_terms, block, columns);
        _variables.Add(variables);
        _columns += block.Length;
        return (variables, block.First, block.Length);
    }

    /// <summary>Slots of the members that exist, and the column of each slot (−1 where none); nulls when all exist.</summary>
    static (int[]? Slots, int[]? Columns) Existing(Members members, int first)
    {
        if (members.Where is not { } where)
        {
            return (null, null);
        }

        var (slots, columns, length) = (new int[members.Count * members.Snapshots], new int[members.Count * members.Snapshots], 0);
        for (var slot = 0; slot < columns.Length; slot++)
        {
            var exists = where(slot / members.Snapshots, slot % members.Snapshots);
            columns[slot] = exists ? first + length : -1;
            if (exists)
            {
                slots[length++] = slot;
            }
        }

        return length == columns.Length ? (null, null) : (slots[..length], columns);
    }

    static void CheckBound(double lower, double upper, Variables variables, int column)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper))
        {
            var block = variables.Block;
            throw new ArgumentException(
                $"a bound of {(block.Length > 0 ? block.NameOf(column) : block.Name)} is not a number", nameof(lower));
        }
    }
}
