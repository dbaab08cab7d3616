using Suandian.Optimisation;

namespace Suandian.Cli.Commands.Plans;

/// <summary>The steps of a study, in order.</summary>
enum StudyStage
{
    Read,
    Network,
    Build,
    Solve,
    Explain,
    Scenarios,
    Base,
    Alternatives,
    Sensitivities,
    Grid,
    Jobs,
    Replay,
    Figures,
    Write,
}

/// <summary>Where a study is.</summary>
/// <param name="Stage">Step at work.</param>
/// <param name="Solver">What the solver has reached; null outside of a solve.</param>
/// <param name="Subject">Table and name, or key, of what is being asked after; null where one question is the whole stage.</param>
readonly record struct StudyProgress(StudyStage Stage, SolverProgress? Solver = null, string? Subject = null);
