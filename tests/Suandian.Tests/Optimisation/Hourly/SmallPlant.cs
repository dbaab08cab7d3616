using static Suandian.Optimisation.Expression;

namespace Suandian.Optimisation.Hourly;

/// <summary>Wind, sun and a thermal plant of chosen size serve a load that swings; a test adds the rows it is about.</summary>
sealed class SmallPlant
{
    readonly double[] _energyCost = [0, 1, 60];
    readonly int _block;

    /// <summary>The plant without further rows.</summary>
    /// <param name="hours">Snapshots.</param>
    /// <param name="block">Snapshots of a block of time; 0 for one block.</param>
    /// <param name="weight">Weight of a block in cost; null for 1.</param>
    /// <param name="costFactor">All costs are multiplied by it.</param>
    internal SmallPlant(int hours, int block = 0, Func<int, double>? weight = null, double costFactor = 1)
    {
        (Hours, _block) = (hours, block > 0 ? block : hours);
        Model = new LinearModel("small plant");
        Size = Model.Variables("size", Members.Annual(3), 0, 300);
        Power = Model.Variables("power", 3, hours, 0, double.PositiveInfinity);
        Shed = Model.Variables("shed", 1, hours, 0, (_, t) => Load(t));
        Model.Subject("limit", 3, hours, (g, t) => Power[g, t] <= Availability(g, t) * Size[g]);
        Model.Subject("balance", 1, hours, (_, t) => Sum(3, g => Power[g, t]) + Shed[0, t] == Load(t));
        Model.Minimise("investment", 3, 1, (g, _) => costFactor * hours * (g == 2 ? 6 : 9) * Size[g]);
        Model.Minimise("energy", 3, hours, (g, t) => costFactor * (weight?.Invoke(t / _block) ?? 1) * (_energyCost[g] + 0.1 * (t % 5)) * Power[g, t]);
        Model.Minimise("shedding", 1, hours, (_, t) => costFactor * 4000 * Shed[0, t]);
    }

    internal LinearModel Model { get; }

    internal int Hours { get; }

    /// <summary>Capacities of wind, sun, thermal [3].</summary>
    internal Variables Size { get; }

    internal Variables Power { get; }

    internal Variables Shed { get; }

    /// <summary>Snapshot before, within its block of time.</summary>
    internal int Before(int t) => t % _block == 0 ? t + _block - 1 : t - 1;

    internal static double Load(int t) => 50 + 20 * Math.Cos(0.26 * t) + 7 * Math.Sin(1.7 * t);

    internal static double Availability(int g, int t) => g switch
    {
        0 => 0.5 + 0.45 * Math.Sin(0.7 * t + Math.Sin(t)),
        1 => t % 24 is > 6 and < 18 ? Math.Sin((t % 24 - 6) * Math.PI / 12) : 0.02,
        _ => 1,
    };

    /// <summary>Adds a store that charges by thermal power not needed: level(t) = keep(t) level(t−1) + charge(t), within its block.</summary>
    /// <param name="keep">Share kept over an hour.</param>
    /// <returns>Level and charge; charge takes power from the plant by the rows a test writes.</returns>
    internal (Variables Level, Variables Charge) AddStore(Func<int, double> keep)
    {
        var level = Model.Variables("level", 1, Hours, 0, 80);
        var charge = Model.Variables("charge", 1, Hours, -15, 15);
        Model.Subject("level_balance", 1, Hours, (_, t) => level[0, t] == keep(t) * level[0, Before(t)] + charge[0, t]);
        Model.Subject("charge_limit", 1, Hours, (_, t) => charge[0, t] <= Power[2, t]);
        Model.Minimise("charging", 1, Hours, (_, t) => (3 * Math.Sin(0.9 * t) - 1) * charge[0, t]);
        return (level, charge);
    }
}
