using System.Globalization;
using Suandian.Scheduling;

namespace Suandian.Cases.Traces;

/// <summary>A field of the Standard Workload Format that names somebody or something by number.</summary>
sealed class SwfLabels
{
    readonly List<int> _of = [];
    readonly Dictionary<double, int> _places = [];

    /// <summary>Takes the number of the next job; below 0 where nobody knows.</summary>
    internal void Add(double number)
    {
        if (!(number >= 0))
        {
            _of.Add(-1);
            return;
        }

        if (!_places.TryGetValue(number, out var place))
        {
            _places[number] = place = _places.Count;
        }

        _of.Add(place);
    }

    /// <summary>The numbers as words; null where no job has one.</summary>
    internal JobLabels? Labels() => _places.Count == 0 ? null : new JobLabels([.. _of], [.. _places.Keys.Select(n => n.ToString(CultureInfo.InvariantCulture))]);
}
