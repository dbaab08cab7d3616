namespace Suandian.Scheduling.Shifting.Bounds;

/// <summary>Does work in the cheapest hours of its window; room for one thread.</summary>
/// <param name="widest">Most hours of an item.</param>
/// <param name="mayRunLonger">True where hours of negative price may be filled beyond the work.</param>
sealed class Filling(int widest, bool mayRunLonger)
{
    readonly double[] _key = new double[widest];
    readonly int[] _hour = new int[widest];

    /// <summary>Cost of doing the work in the cheapest hours, moving included; adds the work to a load where one is given. ∞ where it may not be done.</summary>
    internal double Fill(in Item item, double[] price, double[]? load)
    {
        if (!item.IsOpen)
        {
            return double.PositiveInfinity;
        }

        var width = item.Hours;
        for (var k = 0; k < width; k++)
        {
            (_key[k], _hour[k]) = (price[item.First + k], item.First + k);
        }

        var isSorted = item.WorkCpuH > Few * item.RateCpus;
        if (isSorted)
        {
            _key.AsSpan(0, width).Sort(_hour.AsSpan(0, width));
        }

        var (cost, left) = (item.Move, item.WorkCpuH);
        for (var k = 0; k < width && (left > 0 || mayRunLonger); k++)
        {
            if (!isSorted)
            {
                BringLeast(k, width);
            }

            if (left <= 0 && _key[k] >= 0)
            {
                break;
            }

            var most = item.Most(_hour[k]);
            var done = _key[k] < 0 && mayRunLonger ? most : Math.Min(left, most);
            cost += done * _key[k];
            left -= done;
            if (load is not null)
            {
                load[_hour[k]] += done;
            }
        }

        return cost;
    }

    /// <summary>Hours of work up to which picking the least again and again is quicker than sorting.</summary>
    const double Few = 4;

    /// <summary>Brings the least key from a place on to it; of equal ones the earliest hour.</summary>
    void BringLeast(int k, int width)
    {
        var least = k;
        for (var i = k + 1; i < width; i++)
        {
            least = _key[i] < _key[least] ? i : least;
        }

        (_key[k], _key[least]) = (_key[least], _key[k]);
        (_hour[k], _hour[least]) = (_hour[least], _hour[k]);
    }
}
