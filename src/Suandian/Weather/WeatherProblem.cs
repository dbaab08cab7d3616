namespace Suandian.Weather;

/// <summary>Something wrong in a weather file or table, told so that the user can mend it.</summary>
/// <param name="Line">Line of the file, the first being 1; null where the whole file is meant.</param>
/// <param name="Column">Name of the column; null where the whole line is meant.</param>
/// <param name="Value">The text found; null where something is missing.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Remedy">What to do.</param>
public sealed record WeatherProblem(int? Line, string? Column, string? Value, Text Expected, Text Remedy);

/// <summary>A weather year, or everything that keeps the file from being one.</summary>
/// <param name="Year">The year; null where there are problems.</param>
/// <param name="Problems">All problems, in file order; empty where there is a year.</param>
public sealed record WeatherReading(WeatherYear? Year, IReadOnlyList<WeatherProblem> Problems);
