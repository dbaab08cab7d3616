using Suandian.Cases;
using Suandian.Texts;

namespace Suandian.Operations.Sweeps;

/// <summary>The folder of a sweep cannot be used.</summary>
public sealed class SweepFolderException : SuandianException
{
    SweepFolderException(Text words, Exception? inner)
        : base(words, inner)
    {
    }

    internal static SweepFolderException Foreign(string folder, IEnumerable<string> entries) =>
        new(Phrases.Of("sweep.foreign", ("folder", folder), ("entries", string.Join(", ", entries))), inner: null);

    internal static SweepFolderException Wrong(Problem problem) => new(
        Phrases.Of("sweep.wrong", ("file", problem.File), ("column", problem.Column), ("value", problem.Value), ("expected", problem.Expected)), inner: null);

    internal static SweepFolderException Unreadable(string file, Exception? inner) =>
        new(Phrases.Of("sweep.unreadable", ("file", file)), inner);
}
