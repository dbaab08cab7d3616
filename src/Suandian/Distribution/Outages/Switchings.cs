namespace Suandian.Distribution.Outages;

/// <summary>All switchings by which a dark tree comes back: one or two ties closed, up to two of its branches opened, no loop.</summary>
/// <remarks>A tie joins a dark bus with a lit one; ties within the dark part and switching of the lit part are not among them.</remarks>
/// <param name="tree">The dark tree.</param>
/// <param name="ties">Branch and dark place of each tie.</param>
sealed class Switchings(DarkTree tree, (int Branch, int Place)[] ties)
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
        return actions switch { 1 => one, 2 => one * n, 3 => one * n * n / 2 + two * n, _ => two * n * n / 2 };
    }

    void Opened(int count, (int Branch, int Place)[] closed, double moreThanMw, List<Switching> found)
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
        }
    }

    void Add(int[] opened, (int Branch, int Place)[] closed, double moreThanMw, List<Switching> found)
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
            found.Add(new Switching([.. closed.Select(c => c.Branch)], opened, load));
        }
    }
}

/// <summary>One switching.</summary>
/// <param name="Close">Branches to close.</param>
/// <param name="Opened">Places whose branch towards the slack is opened.</param>
/// <param name="LoadMw">Mean load that comes back, MW.</param>
sealed record Switching(int[] Close, int[] Opened, double LoadMw);
