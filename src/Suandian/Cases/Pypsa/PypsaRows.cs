namespace Suandian.Cases.Pypsa;

/// <summary>The active components of a table, and arrays over them; used while the network is built.</summary>
sealed class PypsaRows
{
    readonly PypsaSnapshots _snapshots;
    readonly int[] _place; // index among the active; −1 elsewhere

    internal PypsaRows(PypsaNetwork network, string component)
    {
        (Table, _snapshots) = (network.Of(component), network.Snapshots);
        Indices = [.. Enumerable.Range(0, Table.Count).Where(i => Table.Flag("active", i))];
        _place = new int[Table.Count];
        Array.Fill(_place, -1);
        for (int k = 0; k < Indices.Length; k++)
            _place[Indices[k]] = k;
    }

    internal PypsaTable Table { get; }

    /// <summary>Rows of the table that are active.</summary>
    internal int[] Indices { get; }

    internal int Count => Indices.Length;

    internal string[] Names => Map(i => Table.Names[i]);

    /// <summary>Index among the active of a row of the table.</summary>
    internal int Place(int row) => _place[row];

    internal T[] Map<T>(Func<int, T> value) => Array.ConvertAll(Indices, i => value(i));

    internal double[] Numbers(string attribute) => Map(i => Table.Number(attribute, i));

    /// <summary>Values of an attribute in all snapshots [active × T], each turned by component, snapshot and value.</summary>
    internal double[] Hours(string attribute, Func<int, int, double, double> turn)
    {
        double[] hours = new double[Indices.Length * _snapshots.Count];
        for (int k = 0; k < Indices.Length; k++)
        {
            int i = Indices[k];
            double[]? series = Table.SeriesOf(attribute, i);
            double same = series is null ? Table.Number(attribute, i) : 0;
            for (int t = 0; t < _snapshots.Count; t++)
                hours[k * _snapshots.Count + t] = turn(i, t, series is null ? same : series[t]);
        }

        return hours;
    }

    internal double[] Hours(string attribute) => Hours(attribute, (_, _, value) => value);

    /// <summary>A share of capacity in all snapshots, 0 in the periods in which the component does not stand.</summary>
    internal double[] Shares(string attribute) => Hours(attribute, (i, t, value) => Stands(i, t) ? value : 0);

    /// <summary>Given values, NaN where there are none; null where there are none at all. A single number is no given value.</summary>
    internal double[]? Given(string attribute)
    {
        var said = Indices.Where(i => Table.HasSeries(attribute, i)).ToHashSet();
        return said.Count == 0 ? null : Hours(attribute, (i, _, value) => said.Contains(i) ? value : double.NaN);
    }

    /// <summary>Costs in all snapshots; null where there are none.</summary>
    internal double[]? Costs(string attribute) => !Table.Says(attribute) ? null : Hours(attribute);

    /// <summary>True where a component stands in a snapshot: build_year ≤ period &lt; build_year + lifetime.</summary>
    internal bool Stands(int i, int t) => _snapshots.Period[t] < 0 || StandsIn(i, _snapshots.Periods[_snapshots.Period[t]].Period);

    internal bool StandsIn(int i, int period)
    {
        double built = Table.Number("build_year", i);
        return built <= period && period < built + Table.Number("lifetime", i);
    }

    /// <summary>Cost of a unit of capacity over the horizon: once, or in each period in which it stands, weighted.</summary>
    internal double Capital(int i) => Fixed(i) * (_snapshots.Periods.IsEmpty ? 1 : _snapshots.Periods.Where(p => StandsIn(i, p.Period)).Sum(p => p.Cost));

    /// <summary>Annuity of the overnight cost over the years of the horizon, or capital cost where there is none; and fixed operation and maintenance.</summary>
    double Fixed(int i) => Table.Number("fom_cost", i) + (Table.Number("overnight_cost", i) is var overnight && !double.IsNaN(overnight)
        ? overnight * Annuity(Table.Number("discount_rate", i), Table.Number("lifetime", i)) * _snapshots.Years : Table.Number("capital_cost", i));

    /// <summary>Yearly share of a cost that is paid back over a lifetime with interest; without an end the interest alone.</summary>
    static double Annuity(double rate, double years) => double.IsInfinity(years) ? Math.Max(0, rate)
        : rate == 0 ? 1 / years : rate / (1 - Math.Pow(1 + rate, -years));

    /// <summary>Existing, least and most capacity and annual cost of new capacity, from <c>p_nom</c>, <c>e_nom</c> or <c>s_nom</c>.</summary>
    /// <remarks>What is fixed costs nothing; what is set (<c>p_nom_set</c>) is built at its cost. A fixed capacity without end is one to be chosen at no cost.</remarks>
    internal PypsaCapacity Capacity(string nominal)
    {
        bool Extends(int i) => Table.Flag(nominal + "_extendable", i);
        bool IsSet(int i) => Extends(i) && !double.IsNaN(Table.Number(nominal + "_set", i));
        string Bound(int i, string end) => nominal + (IsSet(i) ? "_set" : end);
        bool Endless(int i) => !Extends(i) && double.IsInfinity(Table.Number(nominal, i));
        return new(
            Map(i => Endless(i) ? 0 : Table.Number(nominal, i)),
            Map(i => Extends(i) ? Table.Number(Bound(i, "_min"), i) : Endless(i) ? 0 : Table.Number(nominal, i)),
            Map(i => Table.Number(Extends(i) ? Bound(i, "_max") : nominal, i)),
            Map(i => Extends(i) ? Capital(i) : 0));
    }
}

/// <summary>Capacities and their annual cost [active].</summary>
sealed record PypsaCapacity(double[] Existing, double[] Least, double[] Most, double[] Annual)
{
    /// <summary>Annual cost of what exists and may be given up, which PyPSA leaves out of its objective.</summary>
    internal double Constant => Existing.Zip(Annual, (existing, annual) => existing * annual).Sum();
}
