using Suandian.Texts;

namespace Suandian.Cli;

/// <summary>Words for what failed outside the program.</summary>
static class Trouble
{
    /// <summary>What happened, in both languages.</summary>
    internal static Text Words(Exception failure) => failure switch
    {
        SuandianException known => known.Words,
        UnauthorizedAccessException => Phrases.Of("cli.trouble.permission", ("detail", failure.Message)),
        DirectoryNotFoundException or FileNotFoundException => Phrases.Of("cli.trouble.missing", ("detail", Place(failure))),
        IOException => Phrases.Of("cli.trouble.disk", ("detail", failure.Message)),
        OutOfMemoryException => Phrases.Of("cli.trouble.memory"),
        _ => Phrases.Of("cli.trouble.defect", ("detail", failure.Message)),
    };

    /// <summary>The path the runtime names between quotes, without its English words around it.</summary>
    static string Place(Exception failure)
    {
        var parts = failure.Message.Split('\'');
        return parts.Length == 3 ? parts[1] : failure.Message;
    }

    /// <summary>A mistake in the program itself, to be reported with its trace.</summary>
    internal static bool IsDefect(Exception failure) =>
        failure is not (SuandianException or IOException or UnauthorizedAccessException or OutOfMemoryException);
}
