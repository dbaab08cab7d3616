namespace Suandian.Optimisation.Hourly;

/// <summary>One number per snapshot, kept as one number while it does not change.</summary>
/// <remarks>A snapshot that is not set has the first number that was set, until <see cref="Keep"/> says which ones count.</remarks>
sealed class Series(int snapshots, double value = 0)
{
    double _value = value;
    double[]? _values;

    /// <summary>How often a number was set.</summary>
    internal int Count { get; private set; }

    /// <summary>True when the number is the same at all snapshots.</summary>
    internal bool IsConstant => _values is null;

    /// <summary>True when the number is 0 at all snapshots.</summary>
    internal bool IsZero => _values is null && _value == 0;

    internal double this[int t] => _values is null ? _value : _values[t];

    /// <summary>Sets the number of a snapshot.</summary>
    internal void Set(int t, double number)
    {
        if (_values is not null)
        {
            _values[t] = number;
        }
        else if (Count == 0)
        {
            _value = number;
        }
        else if (number != _value)
        {
            Spread()[t] = number;
        }

        Count++;
    }

    /// <summary>Sets the number of a snapshot, all others staying what they are.</summary>
    internal void Put(int t, double number)
    {
        if (this[t] != number)
        {
            Spread()[t] = number;
        }
    }

    /// <summary>Makes the number 0 wherever it does not count.</summary>
    internal void Keep(Func<int, bool> counts)
    {
        for (var t = 0; t < snapshots; t++)
        {
            if (!counts(t))
            {
                Put(t, 0);
            }
        }
    }

    /// <summary>The largest size over all snapshots.</summary>
    internal double Largest()
    {
        var largest = _values is null ? Math.Abs(_value) : 0;
        foreach (var number in _values ?? [])
        {
            largest = Math.Max(largest, Math.Abs(number));
        }

        return largest;
    }

    double[] Spread()
    {
        if (_values is null)
        {
            _values = new double[snapshots];
            _values.AsSpan().Fill(_value);
        }

        return _values;
    }
}
