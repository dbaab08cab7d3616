namespace Suandian.Optimisation;

public sealed partial class LinearModel
{
    readonly List<string> _costs = [];

    /// <summary>Constant part of the objective.</summary>
    public double CostConstant { get; private set; }

    /// <summary>Names of the parts of the objective, in the order they were added.</summary>
    public IReadOnlyList<string> Costs => _costs;

    /// <summary>Adds to the objective one cost per component and snapshot.</summary>
    public void Minimise(string name, int count, int snapshots, Func<int, int, Expression> cost) =>
        Minimise(name, new Members(count, snapshots), cost);

    /// <summary>Adds one expression to the objective.</summary>
    public void Minimise(string name, Func<Expression> cost) =>
        Minimise(name, Members.Annual(1), (_, _) => cost());

    /// <summary>Adds to the objective one cost per member.</summary>
    /// <param name="name">Name of this part of the objective.</param>
    /// <param name="members">Components, snapshots, and which members exist.</param>
    /// <param name="cost">The cost of (component, snapshot).</param>
    /// <exception cref="ArgumentException">A cost is not a finite number.</exception>
    /// <exception cref="InvalidOperationException">A cost uses expressions it did not build itself.</exception>
    public void Minimise(string name, Members members, Func<int, int, Expression> cost)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(cost);
        var (count, snapshots, where, entries) = (members.Count, members.Snapshots, members.Where, _terms.Count);
        _terms.Open();
        try
        {
            for (var i = 0; i < count; i++)
            {
                for (var t = 0; t < snapshots; t++)
                {
                    if (where is null || where(i, t))
                    {
                        AddCost(cost(i, t), name);
                    }
                }
            }
        }
        finally
        {
            _terms.Abandon(entries);
        }

        _costs.Add(name);
    }

    void AddCost(Expression cost, string name)
    {
        _terms.MustBeWholeRow(cost);
        var index = _terms.RowIndex();
        var value = _terms.RowValue();
        var sum = cost.Constant;
        for (var k = 0; k < index.Length; k++)
        {
            _columnCost[index[k]] += value[k];
            sum += value[k];
        }

        if (!double.IsFinite(sum))
        {
            throw new ArgumentException($"a cost in '{name}' is not a finite number", nameof(cost));
        }

        CostConstant += cost.Constant;
        _terms.Truncate(0);
    }
}
