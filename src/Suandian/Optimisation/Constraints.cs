namespace Suandian.Optimisation;

/// <summary>A block of rows, kept to read its duals from the solution.</summary>
public sealed class Constraints
{
    internal Constraints(Block block) => Block = block;

    /// <summary>Name, members and place of the block.</summary>
    public Block Block { get; }
}
