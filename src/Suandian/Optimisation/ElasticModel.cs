namespace Suandian.Optimisation;

/// <summary>
/// A model in which chosen rows and upper bounds may be broken at a price per unit, and nothing else costs anything:
/// its optimum is the cheapest set of relaxations that makes the model feasible.
/// </summary>
/// <remarks>
/// lower − s⁺ ≤ A x ≤ upper + s⁻, x ≤ upper + s, min Σ penalty · s. Columns and rows of the original keep their numbers.
/// Source: J. W. Chinneck, Feasibility and Infeasibility in Optimization (elastic programming), Springer 2008, doi:10.1007/978-0-387-74932-7.
/// </remarks>
public sealed class ElasticModel
{
    const double Inf = double.PositiveInfinity;

    readonly LinearModel _original;
    readonly Func<Block, double> _penalty;
    readonly Dictionary<Block, (Variables Below, Variables Above)> _slacks = [];
    readonly List<(Variables Limited, Variables Above)> _raised = [];

    /// <summary>Builds the elastic form of a model.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="penalty">
    /// Price of a unit by which a row of the block, or the upper bound of a variable of the block, is broken, ≥ 0;
    /// +∞ for blocks that must hold.
    /// </param>
    /// <exception cref="ArgumentException">A penalty is negative or not a number.</exception>
    public ElasticModel(LinearModel model, Func<Block, double> penalty)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(penalty);
        (_original, _penalty) = (model, penalty);
        Model = new LinearModel($"{model.Name}, elastic", model.RowCount, model.ColumnCount, model.NonzeroCount);
        foreach (var variables in model.VariableBlocks)
        {
            CopyColumns(variables);
        }

        foreach (var block in model.ConstraintBlocks.Select(c => c.Block))
        {
            CopyRows(block);
        }

        foreach (var variables in model.VariableBlocks.Where(v => IsElastic(v.Block)))
        {
            LimitColumns(variables);
        }
    }

    /// <summary>The elastic model; solve this one.</summary>
    public LinearModel Model { get; }

    /// <summary>What has to give way, in the order of rows and then columns.</summary>
    /// <param name="solution">Solution of <see cref="Model"/>.</param>
    /// <param name="threshold">Smallest relaxation told, in the unit of the row or bound.</param>
    public IReadOnlyList<Relaxation> Relaxations(LinearSolution solution, double threshold = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var found = new List<Relaxation>();
        foreach (var (block, (below, above)) in _slacks)
        {
            for (var k = 0; k < block.Length; k++)
            {
                var row = block.First + k;
                Tell(found, (block, row), solution.Columns[above.Block.First + k] - solution.Columns[below.Block.First + k], threshold);
            }
        }

        foreach (var (limited, above) in _raised)
        {
            for (var k = 0; k < limited.Block.Length; k++)
            {
                Tell(found, (limited.Block, limited.Block.First + k), solution.Columns[above.Block.First + k], threshold);
            }
        }

        return found;
    }

    static void Tell(List<Relaxation> found, (Block Block, int Index) member, double size, double threshold)
    {
        var (block, index) = member;
        if (Math.Abs(size) > threshold)
        {
            found.Add(new Relaxation(block, block.Component(index), block.Snapshot(index), size));
        }
    }

    void CopyColumns(Variables variables)
    {
        var elastic = IsElastic(variables.Block);
        var copy = Model.Variables(variables.Block.Name, variables.Block.Members,
            (i, t) => _original.ColumnLower[variables.Column(i, t)],
            (i, t) => elastic ? Inf : _original.ColumnUpper[variables.Column(i, t)]);
        if (variables.IsInteger)
        {
            copy.AsIntegers();
        }
    }

    void CopyRows(Block block)
    {
        var row = block.First;
        if (!IsElastic(block))
        {
            Model.Subject(block.Name, block.Members, (_, _) =>
                Expression.Between(_original.RowLower[row], Body(row), _original.RowUpper[row++]));
            return;
        }

        var (lower, upper) = (block.First, block.First);
        var below = Model.Variables($"below_{block.Name}", block.Members, 0, (_, _) => double.IsFinite(_original.RowLower[lower++]) ? Inf : 0);
        var above = Model.Variables($"above_{block.Name}", block.Members, 0, (_, _) => double.IsFinite(_original.RowUpper[upper++]) ? Inf : 0);
        _slacks.Add(block, (below, above));
        Model.Subject(block.Name, block.Members, (i, t) =>
            Expression.Between(_original.RowLower[row], Body(row) + below[i, t] - above[i, t], _original.RowUpper[row++]));
        Price(below, _penalty(block));
        Price(above, _penalty(block));
    }

    void LimitColumns(Variables variables)
    {
        var block = variables.Block;
        var copy = Model.VariableBlocks.First(v => v.Block.Name == block.Name);
        var above = Model.Variables($"above_{block.Name}", block.Members, 0, Inf);
        _raised.Add((variables, above));
        Model.Subject($"limit_{block.Name}", block.Members, (i, t) =>
            copy[i, t] - above[i, t] <= _original.ColumnUpper[variables.Column(i, t)]);
        Price(above, _penalty(block));
    }

    Expression Body(int row)
    {
        var entries = _original.RowStart[row].._original.RowStart[row + 1];
        return Model.Append(_original.EntryColumn[entries], _original.EntryValue[entries]);
    }

    void Price(Variables slack, double penalty) =>
        Model.Minimise(slack.Block.Name, slack.Block.Members, (i, t) => penalty * slack[i, t]);

    bool IsElastic(Block block) => _penalty(block) switch
    {
        >= 0 and < Inf => true,
        Inf => false,
        var wrong => throw new ArgumentException($"the penalty of '{block.Name}' is {wrong}", nameof(block)),
    };
}

/// <summary>A row or upper bound that has to give way.</summary>
/// <param name="Block">Its block.</param>
/// <param name="Component">Its component.</param>
/// <param name="Snapshot">Its snapshot; −1 for annual ones.</param>
/// <param name="Size">By how much, in its unit: &gt; 0 the upper side is raised, &lt; 0 the lower side is lowered.</param>
public sealed record Relaxation(Block Block, int Component, int Snapshot, double Size);
