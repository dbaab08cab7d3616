namespace Suandian.Cli;

/// <summary>Which language the user reads.</summary>
static class Locale
{
    static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The language named by --lang, else by the environment, else 中文.</summary>
    /// <remarks>Looked up before parsing, so that usage errors and help speak it too. A locale without a language (C, POSIX) counts as unset.</remarks>
    internal static Language Of(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var named = args[i] == "--lang" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) ? args[i][7..]
                : null;
            if (named is "zh" or "en")
            {
                return named == "zh" ? Language.Zh : Language.En;
            }
        }

        var locale = Variables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        var language = locale.Split('.', '_', '@')[0];
        return language is "" or "C" or "POSIX" or "zh" ? Language.Zh : Language.En;
    }
}
