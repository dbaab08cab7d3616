using Suandian.PowerFlow;

namespace Suandian.OptimalFlow;

/// <summary>Which equations of the grid an optimal flow holds.</summary>
public enum OptimalFlowForm
{
    /// <summary>The AC equations, voltages and reactive power chosen too.</summary>
    Ac,

    /// <summary>DC with b = 1/(x · tap), as MATPOWER's rundcopf.</summary>
    DcReactanceAndTap,

    /// <summary>DC with b = x/(r² + x²), taps left out, as PowerModels and the DC column of PGLib-OPF.</summary>
    DcSeriesSusceptance,
}

/// <summary>How an optimal flow is computed.</summary>
public sealed record OptimalFlowOptions
{
    /// <summary>Which equations.</summary>
    public OptimalFlowForm Form { get; init; }

    /// <summary>Residuals of the optimality conditions at which the interior point ends, each relative as <see cref="OptimalityResiduals"/> tells; &gt; 0, 1e-8.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Most iterations of the interior point, ≥ 1; 200.</summary>
    public int IterationLimit { get; init; } = 200;

    /// <summary>The DC form as the power flow names it; null for AC.</summary>
    internal DcForm? Dc => Form switch
    {
        OptimalFlowForm.DcReactanceAndTap => DcForm.ReactanceAndTap,
        OptimalFlowForm.DcSeriesSusceptance => DcForm.SeriesSusceptance,
        _ => null,
    };
}
