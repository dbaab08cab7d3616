using System.Collections.Frozen;

namespace Suandian.Cases.Matpower;

/// <summary>Names that case files use for columns and kinds, and the functions they call.</summary>
static class MatpowerConstants
{
    /// <summary>Values of the names; columns count from 1.</summary>
    internal static readonly FrozenDictionary<string, double> Values = Table().ToFrozenDictionary();

    /// <summary>Functions of one number.</summary>
    internal static readonly FrozenDictionary<string, Func<double, double>> Functions = new Dictionary<string, Func<double, double>>
    {
        ["sqrt"] = Math.Sqrt, ["abs"] = Math.Abs, ["exp"] = Math.Exp, ["log"] = Math.Log,
        ["sin"] = Math.Sin, ["cos"] = Math.Cos, ["tan"] = Math.Tan, ["asin"] = Math.Asin, ["acos"] = Math.Acos, ["atan"] = Math.Atan,
    }.ToFrozenDictionary();

    /// <summary>Calls that only make the names known.</summary>
    internal static readonly FrozenSet<string> Makers = FrozenSet.ToFrozenSet(["define_constants", "idx_bus", "idx_brch", "idx_gen", "idx_cost"]);

    static Dictionary<string, double> Table()
    {
        var table = new Dictionary<string, double> { ["pi"] = Math.PI, ["Inf"] = double.PositiveInfinity, ["inf"] = double.PositiveInfinity, ["NaN"] = double.NaN, ["nan"] = double.NaN };
        Count(table, 1, "PQ PV REF NONE");
        Count(table, 1, "BUS_I BUS_TYPE PD QD GS BS BUS_AREA VM VA BASE_KV ZONE VMAX VMIN LAM_P LAM_Q MU_VMAX MU_VMIN");
        Count(table, 1, "F_BUS T_BUS BR_R BR_X BR_B RATE_A RATE_B RATE_C TAP SHIFT BR_STATUS ANGMIN ANGMAX PF QF PT QT MU_SF MU_ST MU_ANGMIN MU_ANGMAX");
        Count(table, 1, "GEN_BUS PG QG QMAX QMIN VG MBASE GEN_STATUS PMAX PMIN PC1 PC2 QC1MIN QC1MAX QC2MIN QC2MAX RAMP_AGC RAMP_10 RAMP_30 RAMP_Q APF MU_PMAX MU_PMIN MU_QMAX MU_QMIN");
        Count(table, 1, "PW_LINEAR POLYNOMIAL");
        Count(table, 1, "MODEL STARTUP SHUTDOWN NCOST COST");
        return table;
    }

    static void Count(Dictionary<string, double> table, int from, string names)
    {
        foreach (var name in names.Split(' '))
        {
            table.Add(name, from++);
        }
    }
}
