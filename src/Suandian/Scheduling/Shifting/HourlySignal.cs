namespace Suandian.Scheduling.Shifting;

/// <summary>A number for each hour, constant within it: g/kWh or yuan/kWh. Beyond its end it goes on with its last value.</summary>
public sealed class HourlySignal
{
    const double SlotsPerHour = ShiftTrace.SlotsPerHour;

    readonly double[] _value;
    readonly double[] _before; // Σ of the hours before each

    /// <summary>A signal.</summary>
    /// <param name="value">Its hours. Shape [hours], at least one.</param>
    /// <exception cref="ArgumentException">There is no hour.</exception>
    public HourlySignal(IReadOnlyCollection<double> value)
    {
        _value = [.. value];
        if (_value.Length == 0)
        {
            throw new ArgumentException("a signal without hours", nameof(value));
        }

        _before = new double[_value.Length + 1];
        for (var h = 0; h < _value.Length; h++)
        {
            _before[h + 1] = _before[h] + _value[h];
        }

        Mean = _before[^1] / _value.Length;
    }

    /// <summary>Number of hours.</summary>
    public int Hours => _value.Length;

    /// <summary>Mean over its hours.</summary>
    public double Mean { get; }

    /// <summary>Value in an hour.</summary>
    public double this[int hour] => _value[Math.Min(hour, _value.Length - 1)];

    /// <summary>∫ signal dt from one slot to another, in its unit times h.</summary>
    public double Between(int start, int end)
    {
        var (first, last) = (start / ShiftTrace.SlotsPerHour, end / ShiftTrace.SlotsPerHour);
        return first == last ? this[first] * ((end - start) / SlotsPerHour)
            : this[first] * (first + 1 - start / SlotsPerHour) + Before(last) - Before(first + 1) + this[last] * (end / SlotsPerHour - last);
    }

    /// <summary>Values at their hours, as an array of their own.</summary>
    internal double[] ToArray() => [.. _value];

    double Before(int hour) => _before[Math.Min(hour, _value.Length)] + Math.Max(0, hour - _value.Length) * _value[^1];
}
