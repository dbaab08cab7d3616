using System.Text;

namespace Suandian.Cases.Tables;

/// <summary>Names in files are snake_case, names in code PascalCase.</summary>
static class SnakeCase
{
    /// <summary><c>wind_speed_10m_m_s</c> becomes <c>WindSpeed10mMS</c>.</summary>
    internal static string ToPascal(string snake) =>
        string.Concat(snake.Split('_').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary><c>HourOfMonth</c> becomes <c>hour_of_month</c>.</summary>
    internal static string FromPascal(string pascal)
    {
        var snake = new StringBuilder();
        foreach (char letter in pascal)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
