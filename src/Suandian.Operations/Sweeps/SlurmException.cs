using Suandian.Texts;

namespace Suandian.Operations.Sweeps;

/// <summary>Slurm is not there or refuses.</summary>
public sealed class SlurmException : SuandianException
{
    SlurmException(Text words, Exception? inner)
        : base(words, inner)
    {
    }

    internal static SlurmException Missing(string command, Exception inner) =>
        new(Phrases.Of("slurm.missing", ("command", command)), inner);

    internal static SlurmException Refused(string detail) => new(Phrases.Of("slurm.refused", ("detail", detail)), inner: null);
}
