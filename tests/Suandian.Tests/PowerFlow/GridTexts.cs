using System.Globalization;
using System.Text;
using Suandian.Cases;

namespace Suandian.PowerFlow;

/// <summary>Small grids as case files, from published figures.</summary>
static class GridTexts
{
    /// <summary>Slack 1 pu, line x = 0.1 pu without resistance, load at the far end, MW and Mvar on 100 MVA.</summary>
    internal static string TwoBuses(double loadMw, double loadMvar = 0, double r = 0, double x = 0.1) => Case(
        $"1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 {N(loadMw)} {N(loadMvar)} 0 0 1 1 0 110 1 1.1 0.9", "1 0 0 999 -999 1 100 1 999 -999", $"1 2 {N(r)} {N(x)} 0 0 0 0 0 0 1 -360 360");

    /// <summary>Nine buses with three machines: P. M. Anderson and A. A. Fouad, Power System Control and Stability, 1977, figure 2.18 and table 2.1.</summary>
    internal static string NineBuses => Case(
        """
        1 3 0 0 0 0 1 1 0 345 1 1.1 0.9; 2 2 0 0 0 0 1 1 0 345 1 1.1 0.9; 3 2 0 0 0 0 1 1 0 345 1 1.1 0.9
        4 1 0 0 0 0 1 1 0 345 1 1.1 0.9; 5 1 90 30 0 0 1 1 0 345 1 1.1 0.9; 6 1 0 0 0 0 1 1 0 345 1 1.1 0.9
        7 1 100 35 0 0 1 1 0 345 1 1.1 0.9; 8 1 0 0 0 0 1 1 0 345 1 1.1 0.9; 9 1 125 50 0 0 1 1 0 345 1 1.1 0.9
        """,
        "1 71.6 27 300 -300 1.04 100 1 250 10; 2 163 6.7 300 -300 1.025 100 1 300 10; 3 85 -10.9 300 -300 1.025 100 1 270 10",
        """
        1 4 0 0.0576 0 250 250 250 0 0 1 -360 360; 4 5 0.017 0.092 0.158 250 250 250 0 0 1 -360 360
        5 6 0.039 0.17 0.358 150 150 150 0 0 1 -360 360; 3 6 0 0.0586 0 300 300 300 0 0 1 -360 360
        6 7 0.0119 0.1008 0.209 150 150 150 0 0 1 -360 360; 7 8 0.0085 0.072 0.149 250 250 250 0 0 1 -360 360
        8 2 0 0.0625 0 250 250 250 0 0 1 -360 360; 8 9 0.032 0.161 0.306 250 250 250 0 0 1 -360 360
        9 4 0.01 0.085 0.176 250 250 250 0 0 1 -360 360
        """,
        "mpc.gencost = [\n2 1500 0 3 0.11 5 150 0;\n2 2000 0 3 0.085 1.2 600 0;\n1 3000 0 2 10 100 270 4000; % pieces\n];\n");

    /// <summary>From, to, ohm, ohm, then kW and kvar at the second bus: M. E. Baran and F. F. Wu, IEEE Trans. Power Deliv. 4 (1989) 1401, as corrected in later use (line 7–8).</summary>
    static readonly double[][] Feeder =
    [
        [1, 2, 0.0922, 0.0470, 100, 60], [2, 3, 0.4930, 0.2511, 90, 40], [3, 4, 0.3660, 0.1864, 120, 80], [4, 5, 0.3811, 0.1941, 60, 30],
        [5, 6, 0.8190, 0.7070, 60, 20], [6, 7, 0.1872, 0.6188, 200, 100], [7, 8, 0.7114, 0.2351, 200, 100], [8, 9, 1.0300, 0.7400, 60, 20],
        [9, 10, 1.0440, 0.7400, 60, 20], [10, 11, 0.1966, 0.0650, 45, 30], [11, 12, 0.3744, 0.1238, 60, 35], [12, 13, 1.4680, 1.1550, 60, 35],
        [13, 14, 0.5416, 0.7129, 120, 80], [14, 15, 0.5910, 0.5260, 60, 10], [15, 16, 0.7463, 0.5450, 60, 20], [16, 17, 1.2890, 1.7210, 60, 20],
        [17, 18, 0.7320, 0.5740, 90, 40], [2, 19, 0.1640, 0.1565, 90, 40], [19, 20, 1.5042, 1.3554, 90, 40], [20, 21, 0.4095, 0.4784, 90, 40],
        [21, 22, 0.7089, 0.9373, 90, 40], [3, 23, 0.4512, 0.3083, 90, 50], [23, 24, 0.8980, 0.7091, 420, 200], [24, 25, 0.8960, 0.7011, 420, 200],
        [6, 26, 0.2030, 0.1034, 60, 25], [26, 27, 0.2842, 0.1447, 60, 25], [27, 28, 1.0590, 0.9337, 60, 20], [28, 29, 0.8042, 0.7006, 120, 70],
        [29, 30, 0.5075, 0.2585, 200, 600], [30, 31, 0.9744, 0.9630, 150, 70], [31, 32, 0.3105, 0.3619, 210, 100], [32, 33, 0.3410, 0.5302, 60, 40],
        [21, 8, 2, 2, 0, 0], [9, 15, 2, 2, 0, 0], [12, 22, 2, 2, 0, 0], [18, 33, 0.5, 0.5, 0, 0], [25, 29, 0.5, 0.5, 0, 0],
    ];

    /// <summary>The 33 buses of Baran and Wu, 12.66 kV, in ohm and kW with the statements that convert them; the named lines are open.</summary>
    internal static string ThirtyThreeBuses(params (int From, int To)[] open)
    {
        (int, int)[] shut = open.Length > 0 ? open : [(21, 8), (9, 15), (12, 22), (18, 33), (25, 29)];
        var buses = new StringBuilder("1 3 0 0 0 0 1 1 0 12.66 1 1 1;\n");
        var branches = new StringBuilder();
        foreach (var row in Feeder)
        {
            if (row[4] > 0)
            {
                buses.Append(CultureInfo.InvariantCulture, $"{row[1]} 1 {row[4]} {row[5]} 0 0 1 1 0 12.66 1 1.1 0.9;\n");
            }

            var isOpen = shut.Contains(((int)row[0], (int)row[1])) || shut.Contains(((int)row[1], (int)row[0]));
            branches.Append(CultureInfo.InvariantCulture, $"{row[0]} {row[1]} {row[2]} {row[3]} 0 0 0 0 0 0 {(isOpen ? 0 : 1)} -360 360;\n");
        }

        return Case(buses.ToString(), "1 0 0 10 -10 1 100 1 10 0", branches.ToString(), """
            [PQ, PV, REF, NONE, BUS_I, BUS_TYPE, PD, QD, GS, BS, BUS_AREA, VM, VA, BASE_KV] = idx_bus;
            [F_BUS, T_BUS, BR_R, BR_X] = idx_brch;
            Vbase = mpc.bus(1, BASE_KV) * 1e3;      % volts
            Sbase = mpc.baseMVA * 1e6;              % volt-amperes
            mpc.branch(:, [BR_R BR_X]) = mpc.branch(:, [BR_R BR_X]) / (Vbase^2 / Sbase);
            mpc.bus(:, [PD, QD]) = mpc.bus(:, [PD, QD]) / 1e3;
            """);
    }

    /// <summary>A case file on 100 MVA.</summary>
    internal static string Case(string buses, string generators, string branches, string behind = "") =>
        $"function mpc = small\nmpc.version = '2';\nmpc.baseMVA = 100;\nmpc.bus = [\n{buses}\n];\nmpc.gen = [\n{generators}\n];\nmpc.branch = [\n{branches}\n];\n{behind}\n";

    /// <summary>The grid of a text without fault.</summary>
    internal static PowerGrid Grid(string text)
    {
        var reading = MatpowerCase.Parse(text, "small.m");
        Assert.Empty(reading.Problems.Where(p => p.Severity == Severity.Error).Select(p => $"{p.Row} {p.Code} {p.Column} {p.Value}"));
        return reading.Grid!;
    }

    static string N(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
