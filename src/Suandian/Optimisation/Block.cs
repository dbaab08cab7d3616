using System.Globalization;

namespace Suandian.Optimisation;

/// <summary>A run of columns or rows of one kind, with what is needed to find each by component and snapshot.</summary>
/// <remarks>Members that exist are numbered component by component, snapshot by snapshot.</remarks>
public sealed class Block
{
    readonly int[]? _slots;

    internal Block(string name, Members members, int first, int[]? slots)
    {
        Name = name;
        Members = members;
        First = first;
        _slots = slots;
        Length = slots?.Length ?? members.Count * members.Snapshots;
    }

    /// <summary>Name of the kind, such as <c>bus_balance</c>.</summary>
    public string Name { get; }

    /// <summary>Components, snapshots and names.</summary>
    public Members Members { get; }

    /// <summary>Index of the first column or row of the block.</summary>
    public int First { get; }

    /// <summary>Number of members that exist.</summary>
    public int Length { get; }

    /// <summary>Component of a column or row of this block.</summary>
    public int Component(int index) => Slot(index) / Members.Snapshots;

    /// <summary>Snapshot of a column or row of this block; −1 where the block is annual.</summary>
    public int Snapshot(int index) => Members.IsAnnual ? -1 : Slot(index) % Members.Snapshots;

    /// <summary>Name of a component; its number where it has none.</summary>
    internal string Who(int component) => Members.Names?[component] ?? component.ToString(CultureInfo.InvariantCulture);

    /// <summary>Name of a column or row of this block, such as <c>bus_balance[Naomaohu,17]</c>.</summary>
    public string NameOf(int index)
    {
        var who = Who(Component(index));
        return Members.IsAnnual
            ? $"{Name}[{who}]"
            : string.Create(CultureInfo.InvariantCulture, $"{Name}[{who},{Snapshot(index)}]");
    }

    /// <summary>The block's part of a vector over all columns or rows, spread to [components × snapshots]; 0 where no member exists.</summary>
    internal double[] Spread(ReadOnlySpan<double> vector)
    {
        var mine = vector.Slice(First, Length);
        if (_slots is null)
        {
            return mine.ToArray();
        }

        var spread = new double[Members.Count * Members.Snapshots];
        for (var k = 0; k < mine.Length; k++)
        {
            spread[_slots[k]] = mine[k];
        }

        return spread;
    }

    /// <summary>Component × snapshots + snapshot of a column or row.</summary>
    int Slot(int index)
    {
        if ((uint)(index - First) >= (uint)Length)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"not in block '{Name}' [{First}, {First + Length})");
        }

        return _slots is null ? index - First : _slots[index - First];
    }
}
