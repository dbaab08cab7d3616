namespace Suandian;

/// <summary>The folder of outside data that SUANDIAN_DATA names. Without it a test of this project fails; <c>./test</c> leaves the whole project out then, and says so.</summary>
static class OutsideData
{
    /// <summary>A file of the folder.</summary>
    internal static string File(params ReadOnlySpan<string> parts) =>
        Path.Combine([Environment.GetEnvironmentVariable("SUANDIAN_DATA") ?? throw new InvalidOperationException("set SUANDIAN_DATA to the folder of outside data"), .. parts]);
}
