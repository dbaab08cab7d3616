namespace Suandian.Reports.Jobs;

/// <summary>Colours from nearly white to the dark accent, for how much there is of something.</summary>
static class Ramp
{
    /// <summary>Number of steps of the palette.</summary>
    internal const int Steps = 101;

    /// <summary>The palette, least first.</summary>
    internal static (byte R, byte G, byte B)[] Palette { get; } = [.. Enumerable.Range(0, Steps).Select(i => At(i / (Steps - 1.0)))];

    /// <summary>The colour of a share, 0 … 1.</summary>
    internal static string Hex(double share)
    {
        var (r, g, b) = At(share);
        return $"#{r:X2}{g:X2}{b:X2}";
    }

    static (byte R, byte G, byte B) At(double share)
    {
        byte Mix(double from, double to) => (byte)Math.Round(from + (to - from) * Math.Clamp(share, 0, 1));
        return (Mix(0xF5, 0x0B), Mix(0xF7, 0x55), Mix(0xF8, 0x63));
    }
}
