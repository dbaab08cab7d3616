namespace Suandian.Optimisation.Hourly;

/// <summary>All rows of one component of a block: the same equation at every snapshot, with its coefficients as series.</summary>
sealed class RowTemplate(Constraints block, int component, int snapshots)
{
    int _cursor;

    /// <summary>Block of the rows.</summary>
    internal Constraints Block { get; } = block;

    /// <summary>Component of the rows.</summary>
    internal int Component { get; } = component;

    /// <summary>Row of the model at each snapshot; −1 where there is none.</summary>
    internal int[] Row { get; } = Empty(snapshots);

    /// <summary>Lower limits.</summary>
    internal Series Lower { get; } = new(snapshots);

    /// <summary>Upper limits.</summary>
    internal Series Upper { get; } = new(snapshots);

    /// <summary>Entries of hourly columns: column, whether of the snapshot before, coefficient.</summary>
    internal List<(int Column, bool IsBefore, Series Coefficient)> Entries { get; } = [];

    /// <summary>Entries of shared columns.</summary>
    internal List<(int Shared, Series Coefficient)> Shared { get; } = [];

    /// <summary>True when lower and upper limit are equal at all snapshots that have the row.</summary>
    internal bool IsEquation { get; private set; } = true;

    /// <summary>True when they are equal at none.</summary>
    internal bool IsInequality { get; private set; } = true;

    /// <summary>Takes the limits of the row of a snapshot.</summary>
    internal void Begin(int t, int row, double lower, double upper)
    {
        Row[t] = row;
        Lower.Set(t, lower);
        Upper.Set(t, upper);
        IsEquation &= lower == upper;
        IsInequality &= lower != upper;
        _cursor = 0;
    }

    /// <summary>Takes an entry of an hourly column; entries mostly come in the order of the row before.</summary>
    internal void Add(int t, int column, bool isBefore, double coefficient)
    {
        for (var k = 0; k < Entries.Count; k++)
        {
            var place = _cursor + k < Entries.Count ? _cursor + k : _cursor + k - Entries.Count;
            if (Entries[place].Column == column && Entries[place].IsBefore == isBefore)
            {
                Entries[place].Coefficient.Set(t, coefficient);
                _cursor = place + 1 < Entries.Count ? place + 1 : 0;
                return;
            }
        }

        var series = new Series(snapshots);
        series.Set(t, coefficient);
        Entries.Add((column, isBefore, series));
        _cursor = 0;
    }

    /// <summary>Takes an entry of a shared column.</summary>
    internal void AddShared(int t, int shared, double coefficient)
    {
        var place = Shared.FindIndex(e => e.Shared == shared);
        if (place < 0)
        {
            place = Shared.Count;
            Shared.Add((shared, new Series(snapshots)));
        }

        Shared[place].Coefficient.Set(t, coefficient);
    }

    static int[] Empty(int snapshots)
    {
        var rows = new int[snapshots];
        Array.Fill(rows, -1);
        return rows;
    }
}
