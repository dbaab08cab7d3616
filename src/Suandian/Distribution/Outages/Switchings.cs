namespace Suandian.Distribution.Outages;

/// <summary>All switchings by which a dark tree comes back: one tie closed and up to three of its branches opened, or two ties and up to two; no loop.</summary>
/// <remarks>A tie joins a dark bus with a lit one; ties within the dark part and switching of the lit part are not among them.</remarks>
/// <param name="tree">The dark tree.</param>
/// <param name="ties">What can be closed.</param>
sealed class Switchings(DarkTree tree, Tie[] ties)
{
    /// <summary>Switchings with a number of actions that bring back more than is had already, most load first, then the first ties.</summary>
    internal Switching[] With(int actions, double moreThanMw)
    {
        var found = new List<Switching>();
        for (var i = 0; i < ties.Length; i++)
        {
            Opened(actions - 1, [ties[i]], moreThanMw, found);
            for (var j = i + 1; j < ties.Length; j++)
            {
                Opened(actions - 2, [ties[i], ties[j]], moreThanMw, found);
            }
        }

        return [.. found.OrderByDescending(s => s.LoadMw)];
    }

    /// <summary>Number of those that <see cref="With"/> looks through.</summary>
    internal double Count(int actions)
    {
        double n = tree.Buses.Length, one = ties.Length, two = one * (one - 1) / 2;
        return actions switch { 1 => one, 2 => one * n, 3 => one * n * n / 2 + two * n, _ => (one * n / 3 + two) * n * n / 2 };
    }

    void Opened(int count, Tie[] closed, double moreThanMw, List<Switching> found)
    {
        switch (count)
        {
            case 0:
                Add([], closed, moreThanMw, found);
                break;
            case 1:
                for (var a = 1; a < tree.Buses.Length; a++)
                {
                    Add([a], closed, moreThanMw, found);
                }

                break;
            case 2:
                for (var a = 1; a < tree.Buses.Length; a++)
                {
                    for (var b = a + 1; b < tree.Buses.Length; b++)
                    {
                        Add([a, b], closed, moreThanMw, found);
                    }
                }

                break;
            case 3:
                for (var a = 1; a < tree.Buses.Length; a++)
                {
                    for (var b = a + 1; b < tree.Buses.Length; b++)
                    {
                        for (var c = b + 1; c < tree.Buses.Length; c++)
                        {
                            Add([a, b, c], closed, moreThanMw, found);
                        }
                    }
                }

                break;
        }
    }

    /// <summary>Two switchings at once; null where they leave a loop.</summary>
    internal Switching? Both(Switching one, Switching other)
    {
        var found = new List<Switching>();
        Add([.. one.Opened.Concat(other.Opened).Distinct().Order()], [.. ties.Where(t => one.Close.Contains(t) || other.Close.Contains(t))], 0, found);
        return found is [var both] ? both : null;
    }

    void Add(int[] opened, Tie[] closed, double moreThanMw, List<Switching> found)
    {
        var first = tree.PartOf(closed[0].Place, opened);
        var second = closed.Length > 1 ? tree.PartOf(closed[1].Place, opened) : -1;
        if (first == second)
        {
            return; // a loop
        }

        var load = tree.LoadOf(first, opened) + (second >= 0 ? tree.LoadOf(second, opened) : 0);
        if (load > moreThanMw + 1e-9)
        {
            found.Add(new Switching(closed, opened, load));
        }
    }
}

/// <summary>One switching.</summary>
/// <param name="Close">What is closed.</param>
/// <param name="Opened">Places whose branch towards the slack is opened.</param>
/// <param name="LoadMw">Mean load that comes back, MW.</param>
sealed record Switching(Tie[] Close, int[] Opened, double LoadMw);

/// <summary>Branches between the same two buses that are closed in one action.</summary>
/// <param name="Branches">The circuits.</param>
/// <param name="Place">Place of its end in the dark tree.</param>
sealed record Tie(int[] Branches, int Place);
