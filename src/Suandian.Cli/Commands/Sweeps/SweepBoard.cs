using System.Globalization;
using Suandian.Operations.Sweeps;
using Suandian.Reports;
using Suandian.Reports.Sweeps;
using Suandian.Texts;

namespace Suandian.Cli.Commands.Sweeps;

/// <summary>Says of every variant that it ended: seconds since the start, how many of all, its values, how it ended.</summary>
/// <param name="door">Terminal and clock.</param>
/// <param name="sweep">What the sweep is: its folder, hash, and values of every variant in words.</param>
/// <param name="count">Variants in all, and how many had a result before.</param>
sealed class SweepBoard(Door door, (SweepFolder Folder, string Sha256, Func<int, string> Values) sweep, (int All, int Before) count) : IProgress<VariantEnd>
{
    readonly long _start = door.Clock.GetTimestamp();
    readonly Lock _lock = new();
    int _ended = count.Before;

    /// <summary>Variants that ended with a result since the start.</summary>
    internal int Computed { get; private set; }

    /// <summary>Variants without a result and what was said last.</summary>
    internal List<VariantEnd> Troubles { get; } = [];

    /// <inheritdoc/>
    public void Report(VariantEnd value)
    {
        lock (_lock)
        {
            _ended++;
            var result = value.Trouble is null ? sweep.Folder.Result(value.Number, sweep.Sha256) : null;
            if (result is null)
            {
                Troubles.Add(value);
            }
            else
            {
                Computed++;
            }

            Say($"{_ended}/{count.All}  {sweep.Values(value.Number)}: {End(result, value)}");
        }
    }

    /// <summary>A remark with the seconds since the start.</summary>
    internal void Say(string words) => door.Terminal.Remark(string.Create(
        CultureInfo.InvariantCulture, $"[{door.Clock.GetElapsedTime(_start).TotalSeconds,7:0.0} s] {words}"));

    string End(VariantResult? result, VariantEnd value)
    {
        var language = door.Terminal.Language;
        if (result is null)
        {
            return $"{Phrases.Of("sweep.status.missing").In(language)} ({value.Trouble})";
        }

        var status = Phrases.Of("sweep.status." + result.Status.ToString().ToLowerInvariant()).In(language);
        return result.Figures.IsEmpty ? status : $"{status}, {Numbers.Say(Quantity.PriceYuanPerMwh, result["energy_price_yuan_per_mwh"], language)}";
    }
}
