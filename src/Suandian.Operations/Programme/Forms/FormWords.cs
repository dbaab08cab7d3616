namespace Suandian.Operations.Programme.Forms;

/// <summary>Codes of the members of an enum as tables and texts write them: <c>AtLeast</c> is <c>at_least</c>.</summary>
static class FormWords
{
    internal static string Code<T>(T value)
        where T : struct, Enum => Cases.Tables.SnakeCase.FromPascal(value.ToString());

    /// <summary>The member of a code, null where there is none.</summary>
    internal static T? Value<T>(string code)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Code(value) == code)
            {
                return value;
            }
        }

        return null;
    }
}
