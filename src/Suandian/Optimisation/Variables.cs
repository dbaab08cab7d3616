namespace Suandian.Optimisation;

/// <summary>A block of variables; <c>p[i, t]</c> writes one of them into the row being built.</summary>
public sealed class Variables
{
    readonly TermBuffer _terms;
    readonly int[]? _columns;
    readonly int _first;
    readonly int _count;
    readonly int _snapshots;

    internal Variables(TermBuffer terms, Block block, int[]? columns)
    {
        _terms = terms;
        _columns = columns;
        _first = block.First;
        _count = block.Members.Count;
        _snapshots = block.Members.Snapshots;
        Block = block;
    }

    /// <summary>Name, members and place of the block.</summary>
    public Block Block { get; }

    /// <summary>True when the variables take whole numbers only.</summary>
    public bool IsInteger { get; private set; }

    /// <summary>The variable of a component at a snapshot, as a term of the row being built.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such component or snapshot.</exception>
    /// <exception cref="InvalidOperationException">No row is being built.</exception>
    public Expression this[int component, int snapshot] => _terms.Append(Column(component, snapshot), 1);

    /// <summary>The annual variable of a component, as a term of the row being built.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such component, or the block has more than one snapshot.</exception>
    /// <exception cref="InvalidOperationException">No row is being built.</exception>
    public Expression this[int component] => _terms.Append(AnnualColumn(component), 1);

    /// <summary>Column of the variable of a component at a snapshot; −1 where it does not exist.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such component or snapshot.</exception>
    public int Column(int component, int snapshot)
    {
        if ((uint)component >= (uint)_count || (uint)snapshot >= (uint)_snapshots)
        {
            throw Outside(component, snapshot);
        }

        var slot = component * _snapshots + snapshot;
        return _columns is null ? _first + slot : _columns[slot];
    }

    /// <summary>Lets the variables take whole numbers only; the problem is then a mixed-integer one.</summary>
    public Variables AsIntegers()
    {
        IsInteger = true;
        return this;
    }

    int AnnualColumn(int component) =>
        _snapshots == 1 ? Column(component, 0) : throw Outside(component, -1);

    ArgumentOutOfRangeException Outside(int component, int snapshot) =>
        new(nameof(component), $"{Block.Name}[{component},{snapshot}] is outside {_count} components × {_snapshots} snapshots");
}
