using System.Text.Json;

namespace Suandian.Reports.Figures;

/// <summary>Names of choices as files write them: <c>DigitalHuman</c> is <c>digital_human</c>.</summary>
static class SnakeNames
{
    internal static string Of<T>(T choice) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(choice.ToString());
}
