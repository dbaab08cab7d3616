namespace Suandian.Operations.Programme.Sheets;

/// <summary>Class of personal data a column holds.</summary>
public enum PersonalData
{
    /// <summary>None.</summary>
    None,

    /// <summary>Name of a person.</summary>
    Name,

    /// <summary>Telephone number.</summary>
    Phone,

    /// <summary>Number of an identity document.</summary>
    IdNumber,

    /// <summary>Anything else that tells who somebody is, such as an address.</summary>
    Other,
}

/// <summary>Personal data as lists, logs and exports show it.</summary>
public static class Mask
{
    const char Star = '＊';

    /// <summary>The text without what tells who it is: 联＊＊, 138＊＊＊＊0000, 654＊…＊12; other data is wholly covered.</summary>
    public static string Of(PersonalData kind, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return kind switch
        {
            PersonalData.None => text,
            PersonalData.Name => Covered(text, 1, 0),
            PersonalData.Phone => Covered(text, 3, 4),
            PersonalData.IdNumber => Covered(text, 3, 2),
            _ => Covered(text, 0, 0),
        };
    }

    /// <summary>Text too short to keep both ends is wholly covered.</summary>
    static string Covered(string text, int first, int last) => text.Length <= first + last
        ? new string(Star, text.Length)
        : string.Concat(text.AsSpan(0, first), new string(Star, text.Length - first - last), text.AsSpan(text.Length - last));
}
