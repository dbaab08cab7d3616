namespace Suandian;

/// <summary>The world failed: something outside the program that it needs is missing or broken.</summary>
/// <remarks>Wrong user data is a list of problems and an infeasible case is a status; neither is an exception.</remarks>
public abstract class SuandianException : Exception
{
    /// <summary>A failure told in both languages.</summary>
    protected SuandianException(Text words, Exception? inner = null)
        : base(words.ToString(), inner) => Words = words;

    /// <summary>What happened and what to do.</summary>
    public Text Words { get; }
}
