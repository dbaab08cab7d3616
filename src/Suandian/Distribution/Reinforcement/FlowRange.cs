namespace Suandian.Distribution.Reinforcement;

/// <summary>What can flow over the branches of a radial feeder in an hour, whatever is built, as long as voltages are within limits; pu of the base given.</summary>
/// <remarks>
/// Power arriving at a bus is its load, less what measures give, and what leaves for the buses behind with the losses r ℓ, x ℓ of their branches;
/// ℓ = (P² + Q²)/V² is largest at the ends of P and Q and the least voltage. From the ends of the feeder inwards.
/// </remarks>
sealed class FlowRange
{
    readonly FeederModel _model;

    /// <summary>Ranges of an hour.</summary>
    /// <param name="model">The feeder.</param>
    /// <param name="hour">The hour.</param>
    internal FlowRange(FeederModel model, int hour)
    {
        _model = model;
        var n = model.Tree.Order.Length;
        (Active, Reactive, MostCurrent) = (new (double, double)[n], new (double, double)[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            (Active[i], Reactive[i]) = Own(i, hour);
        }

        for (var i = n - 1; i > 0; i--)
        {
            if (model.Tree.Parent[i] >= 0)
            {
                Pass(i);
            }
        }
    }

    /// <summary>Active power arriving over the branch of each position.</summary>
    internal (double Low, double High)[] Active { get; }

    /// <summary>Reactive power arriving.</summary>
    internal (double Low, double High)[] Reactive { get; }

    /// <summary>Largest square of the current.</summary>
    internal double[] MostCurrent { get; }

    ((double, double) Active, (double, double) Reactive) Own(int i, int hour)
    {
        var (load, (low, high)) = (_model.Load(i, hour), _model.Square(i));
        (double Low, double High) p = (load.P + Least(_model.Shunt(i).G, (low, high)), load.P + Most(_model.Shunt(i).G, (low, high)));
        var susceptance = _model.Shunt(i).B;
        (double Low, double High) q = (load.Q - Most(susceptance, (low, high)), load.Q - Least(susceptance, (low, high)));
        foreach (var m in _model.At(i))
        {
            var (givenP, givenQ) = _model.Added(m, hour);
            p = (p.Low - Math.Max(0, givenP), p.High - Math.Min(0, givenP));
            q = (q.Low - Math.Max(0, givenQ) - _model.Capacitor(m) * high, q.High - Math.Min(0, givenQ));
        }

        return (p, q);
    }

    void Pass(int i)
    {
        var (parent, arriving, sending, conductors) = (_model.Tree.Parent[i], _model.Arriving(i), _model.Sending(i), _model.Conductors(i));
        Reactive[i] = (Reactive[i].Low - conductors.Max(c => Most(c.Half, arriving)), Reactive[i].High - conductors.Min(c => Least(c.Half, arriving)));
        var ((pl, ph), (ql, qh)) = (Active[i], Reactive[i]);
        MostCurrent[i] = (Math.Max(pl * pl, ph * ph) + Math.Max(ql * ql, qh * qh)) / arriving.Low;
        double[] r = [.. conductors.Select(c => c.R)], x = [.. conductors.Select(c => c.X)];
        Active[parent] = (Active[parent].Low + pl + Math.Min(0, r.Min()) * MostCurrent[i], Active[parent].High + ph + Math.Max(0, r.Max()) * MostCurrent[i]);
        Reactive[parent] = (Reactive[parent].Low + ql + Math.Min(0, x.Min()) * MostCurrent[i] - conductors.Max(c => Most(c.Half, sending)), Reactive[parent].High + qh + Math.Max(0, x.Max()) * MostCurrent[i] - conductors.Min(c => Least(c.Half, sending)));
    }

    static double Least(double factor, (double Low, double High) of) => Math.Min(factor * of.Low, factor * of.High);

    static double Most(double factor, (double Low, double High) of) => Math.Max(factor * of.Low, factor * of.High);
}
