using static Suandian.Optimisation.Highs.HighsNative;

namespace Suandian.Optimisation.Highs;

/// <summary>The options of HiGHS 1.12 that stand for ours; its documentation lists them under "List of options".</summary>
static class HighsSettings
{
    const int MostInteriorIterations = 1000; // by default it goes on for ever where it does not converge
    const int EitherSimplex = 0; // primal from a basis that is primal feasible, dual otherwise
    const int DualSimplex = 1;
    const int ChooseWeights = -1;
    const int DevexWeights = 1; // exact weights of a given basis take a solve with it for each row

    /// <summary>Hands the options over; a basis to start from brings its own rules for the simplex method.</summary>
    internal static void Apply(HighsHandle highs, SolverOptions options)
    {
        void Text(string option, string value) => HighsRun.Must(Highs_setStringOptionValue(highs, option, value), option);
        void Real(string option, double value) => HighsRun.Must(Highs_setDoubleOptionValue(highs, option, value), option);
        void Whole(string option, int value) => HighsRun.Must(Highs_setIntOptionValue(highs, option, value), option);

        HighsRun.Must(Highs_setBoolOptionValue(highs, "log_to_console", 0), "log_to_console");
        if (options.Method == SolverMethod.FirstOrder)
        {
            HighsRun.Must(Highs_setBoolOptionValue(highs, "output_flag", 0), "output_flag"); // PDLP writes past the listener
        }

        Text("solver", options.Method switch
        {
            SolverMethod.Simplex => "simplex",
            SolverMethod.InteriorPoint => "ipm",
            SolverMethod.FirstOrder => "pdlp",
            _ => "choose",
        });
        Text("run_crossover", Word(options.Crossover));
        Text("presolve", Word(options.Presolve));
        Real("time_limit", options.TimeLimit?.TotalSeconds ?? double.PositiveInfinity);
        Whole("threads", options.Threads);
        Real("primal_feasibility_tolerance", options.PrimalTolerance ?? SolverOptions.HighsPrimalTolerance);
        Real("dual_feasibility_tolerance", options.DualTolerance);
        Real("ipm_optimality_tolerance", options.OptimalityTolerance);
        Real("pdlp_optimality_tolerance", options.OptimalityTolerance);
        Real("mip_rel_gap", options.IntegerGap);
        Whole("ipm_iteration_limit", MostInteriorIterations);
        Whole("random_seed", options.RandomSeed);
        Whole("simplex_strategy", options.Start is null ? DualSimplex : EitherSimplex);
        Whole("simplex_dual_edge_weight_strategy", options.Start is null ? ChooseWeights : DevexWeights);
        Real("small_matrix_value", 1e-12); // the model has dropped round-off already; by default HiGHS drops all below 1e-9
    }

    static string Word(Switch value) => value switch
    {
        Switch.On => "on",
        Switch.Off => "off",
        _ => "choose",
    };
}
