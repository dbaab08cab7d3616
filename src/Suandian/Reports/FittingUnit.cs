using System.Globalization;

namespace Suandian.Reports;

/// <summary>The unit in which numbers of one kind are told: the largest of which the largest number is at least one, so that a log of minutes is not told in days.</summary>
/// <param name="Size">Size of the unit in that of the numbers.</param>
/// <param name="Word">Its word.</param>
public sealed record FittingUnit(double Size, Text Word)
{
    static readonly FittingUnit[] Times = [new(86_400, new Text("天", "days")), .. Waits];
    static readonly FittingUnit[] Energies = [new(1000, new Text("MWh", "MWh")), new(1, new Text("kWh", "kWh")), new(1e-3, new Text("Wh", "Wh"))];
    static readonly FittingUnit[] Masses = [new(1000, new Text("t", "t")), new(1, new Text("kg", "kg")), new(1e-3, new Text("g", "g"))];

    static FittingUnit[] Waits => [new(3600, new Text("h", "h")), new(60, new Text("min", "min")), new(1, new Text("s", "s"))];

    /// <summary>For times in s, told in days, h, min or s.</summary>
    public static FittingUnit OfTime(params IEnumerable<double> seconds) => Of(Times, seconds);

    /// <summary>For waits in s, told in h, min or s.</summary>
    public static FittingUnit OfWait(params IEnumerable<double> seconds) => Of(Waits, seconds);

    /// <summary>For energy in kWh, told in MWh, kWh or Wh.</summary>
    public static FittingUnit OfEnergy(params IEnumerable<double> kilowattHours) => Of(Energies, kilowattHours);

    /// <summary>For masses in kg, told in t, kg or g.</summary>
    public static FittingUnit OfMass(params IEnumerable<double> kilograms) => Of(Masses, kilograms);

    /// <summary>A number of a column with fixed decimals; a dash where there is none.</summary>
    public string Column(double value, int digits) => !double.IsFinite(value) ? "–"
        : (Math.Round(value / Size, digits) + 0.0).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A number and the unit in prose, with three significant digits.</summary>
    public Text Say(double value)
    {
        var number = Numbers.Three(value / Size);
        return new($"{number} {Word.Zh}", $"{number} {(number == "1" && Word.En == "days" ? "day" : Word.En)}");
    }

    /// <summary>Nothing but zeros, or nothing at all, is told in the largest unit.</summary>
    static FittingUnit Of(FittingUnit[] units, IEnumerable<double> values)
    {
        var largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        return largest == 0 ? units[0] : Array.Find(units, unit => largest >= unit.Size) ?? units[^1];
    }
}
