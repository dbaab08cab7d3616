namespace Suandian;

/// <summary>The languages every text for people exists in.</summary>
public enum Language
{
    /// <summary>中文.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}
