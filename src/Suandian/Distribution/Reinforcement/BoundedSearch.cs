using Suandian.Optimisation;

namespace Suandian.Distribution.Reinforcement;

/// <summary>Measures where the sets are too many to try all: a set that fits by exact flows, then cheaper ones and a bound by a relaxation.</summary>
/// <remarks>
/// Each set that the relaxation proposes is computed exactly. One that fails is excluded, its worst hours are held from then on and its flow
/// gives tangents. Every row holds for every set that keeps the limits, so that the bound is one for all of them.
/// </remarks>
sealed class BoundedSearch(ReinforcedFeeder feeder, Measure[] measures, SetSearch sets, ReinforcementOptions options)
{
    /// <summary>Hours that a set which fails adds to those that are held.</summary>
    const int MoreHours = 3;

    const int MostRounds = 30, RoundsOfGain = 3;

    const double WorthwhileGain = 1e-3, CostTolerance = 1e-7;

    readonly long _begin = options.Clock.GetTimestamp();
    readonly List<ConeCut> _cones = [];
    readonly List<RatingCut> _ratings = [];
    readonly List<bool[]> _failed = [];
    readonly List<int> _held = [];
    bool[]? _known;
    double _bound;

    /// <summary>How it ended: the set, that no set costs less, yuan/a, and what that rests on.</summary>
    internal (ReinforcementStatus Status, ReinforcementProof Proof, bool[]? Built, double AtLeastYuan) Run(FeederExcess before, CancellationToken cancellation)
    {
        _known = sets.Some();
        _bound = measures.Min(m => m.AnnualYuan(options.Rate));
        if (_known is null || feeder.Tree is null)
        {
            Add();
        }

        if (feeder.Tree is null)
        {
            return Ascending();
        }

        _held.AddRange(before.Worst.Take(MoreHours));
        var isDecided = false;
        while (feeder.Tree is { } tree && !isDecided && Left() > TimeSpan.Zero)
        {
            isDecided = Propose(tree, cancellation);
        }

        return (_known, isDecided) switch
        {
            ({ } known, true) => (ReinforcementStatus.Cheapest, ReinforcementProof.Relaxation, known, sets.Cost(known)),
            (null, true) => (ReinforcementStatus.NoneSuffices, ReinforcementProof.Relaxation, null, double.PositiveInfinity),
            _ => Undecided(),
        };
    }

    (ReinforcementStatus Status, ReinforcementProof Proof, bool[]? Built, double AtLeastYuan) Undecided() => _known is { } known
        ? (ReinforcementStatus.Fits, ReinforcementProof.None, known, Math.Min(_bound, sets.Cost(known))) : (ReinforcementStatus.NotFound, ReinforcementProof.None, null, _bound);

    /// <summary>Sets built up measure by measure: in half of the time where a set is known or a relaxation follows, else in all of it.</summary>
    void Add()
    {
        var search = new AdditionSearch(sets, measures.Length, _known);
        search.Run(() => Left() <= (search.Best is not null || feeder.Tree is not null ? options.SearchTime / 2 : TimeSpan.Zero));
        _known = search.Best;
    }

    /// <summary>Sets one by one in ascending cost, which is all there is where no relaxation is: the cost of the next is the bound.</summary>
    (ReinforcementStatus Status, ReinforcementProof Proof, bool[]? Built, double AtLeastYuan) Ascending()
    {
        foreach (var set in sets.Ascending().Skip(1)) // nothing built does not do
        {
            if (Left() <= TimeSpan.Zero)
            {
                return Undecided();
            }

            var cost = sets.Cost(set);
            _bound = Math.Max(_bound, cost);
            _known = (_known is null || cost < sets.Cost(_known) * (1 - CostTolerance)) && sets.Holds(set) ? set : _known;
            if (_known is { } known && cost >= sets.Cost(known) * (1 - CostTolerance))
            {
                return (ReinforcementStatus.Cheapest, ReinforcementProof.Enumeration, known, sets.Cost(known));
            }
        }

        return _known is { } dearest ? (ReinforcementStatus.Cheapest, ReinforcementProof.Enumeration, dearest, sets.Cost(dearest))
            : (ReinforcementStatus.NoneSuffices, ReinforcementProof.Enumeration, null, double.PositiveInfinity);
    }

    /// <summary>One set of the relaxation, computed exactly; true where that decides the matter.</summary>
    bool Propose(FeederTree tree, CancellationToken cancellation)
    {
        int[] hours = [.. _held];
        var program = Program(new FeederModel(feeder, tree, measures, hours), hours);
        if (Relaxed(program, cancellation) is { } isEmpty)
        {
            return isEmpty;
        }

        program.Integers();
        var solved = Solver.Solve(program.Model, new SolverOptions { TimeLimit = Left(), IntegerGap = CostTolerance }, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        _bound = Math.Max(_bound, ReinforcementProgram.Yuan(solved.Bound ?? 0));
        if (solved.Status == SolverStatus.Infeasible)
        {
            return true;
        }

        if (!solved.HasPoint)
        {
            return false;
        }

        var set = program.Set(solved);
        if (sets.Holds(set))
        {
            _known = set;
            return solved.Status == SolverStatus.Optimal;
        }

        Learn(tree, set);
        Take(program.Broken(solved));
        return false;
    }

    ReinforcementProgram Program(FeederModel model, int[] hours)
    {
        var program = new ReinforcementProgram(model, measures, hours, options.Rate);
        for (var n = 0; n < _failed.Count; n++)
        {
            program.Exclude(_failed[n], n);
        }

        if (_known is { } known)
        {
            program.Below(sets.Cost(known) * (1 - CostTolerance), options.Rate);
            Tangents(model, known, hours);
        }
        else
        {
            Tangents(model, new bool[measures.Length], hours);
        }

        program.Add(_cones, _ratings);
        return program;
    }

    /// <summary>Tangents by linear programmes as long as the bound gains. Null where the search over whole numbers is next; true where no cheaper set is left, false where time is up.</summary>
    bool? Relaxed(ReinforcementProgram program, CancellationToken cancellation)
    {
        var (bounds, basis) = (new List<double>(), (Basis?)null);
        for (var round = 0; round < MostRounds; round++)
        {
            if (Left() <= TimeSpan.Zero)
            {
                return false;
            }

            var start = basis is null ? null : basis with { Rows = [.. basis.Rows, .. Enumerable.Repeat(BasisState.Basic, program.Model.RowCount - basis.Rows.Length)] };
            var solved = Solver.Solve(program.Model, new SolverOptions { Start = start, TimeLimit = Left() }, cancellation: cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (solved.Status != SolverStatus.Optimal)
            {
                return solved.Status == SolverStatus.Infeasible ? true : solved.Status == SolverStatus.TimeLimit ? false : null;
            }

            bounds.Add(ReinforcementProgram.Yuan(Certificate.Of(program.Model, solved).DualBound));
            _bound = Math.Max(_bound, bounds[^1]);
            basis = solved.Basis;
            var broken = program.Broken(solved);
            if (broken.Cones.Length + broken.Ratings.Length == 0
                || (bounds.Count > RoundsOfGain && bounds[^1] - bounds[^(1 + RoundsOfGain)] < WorthwhileGain * Math.Abs(bounds[^1])))
            {
                return null;
            }

            Take(broken);
            program.Add(broken.Cones, broken.Ratings);
        }

        return null;
    }

    /// <summary>Excludes a set that fails, holds its worst hours, and looks for a cheaper one beside it.</summary>
    void Learn(FeederTree tree, bool[] set)
    {
        _failed.Add(set);
        var excess = feeder.Check(set).Excess;
        _held.AddRange(excess.Worst.Except(_held).Take(MoreHours).ToArray());
        Tangents(new FeederModel(feeder, tree, measures, _held), set, [.. _held]);
        bool[] both = [.. set.Select((isIn, m) => isIn || _known?[m] == true)];
        if (_known is { } known && sets.IsPossible(both) && sets.Holds(both) && sets.Improved(both) is var better && sets.Cost(better) < sets.Cost(known))
        {
            _known = better;
        }
    }

    /// <summary>Tangents at the exact flows of a set.</summary>
    void Tangents(FeederModel model, bool[] set, int[] hours)
    {
        var (flow, built) = (feeder.Flow(set, hours), feeder.Built(set));
        for (var t = 0; t < hours.Length; t++)
        {
            var at = t;
            _cones.AddRange(Enumerable.Range(0, model.Tree.Order.Length).Where(i => model.Tree.Parent[i] >= 0 && flow.IsSolved[at]).Select(i => model.Cut(i, built, (flow, at, hours[at]))).OfType<ConeCut>());
        }
    }

    void Take((ConeCut[] Cones, RatingCut[] Ratings) broken)
    {
        _cones.AddRange(broken.Cones);
        _ratings.AddRange(broken.Ratings);
    }

    TimeSpan Left() => options.SearchTime - options.Clock.GetElapsedTime(_begin);
}
