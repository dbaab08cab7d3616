using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations.Programme.Ledger;

/// <summary>Personal values as they are shown to those whose role does not need them.</summary>
public static class Masking
{
    /// <summary>A value of a field, masked unless the rights allow it in clear.</summary>
    public static string Shown(FieldSchema field, string value, Rights rights)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(rights);
        return rights.SeesPersonal ? value : Of(field.Personal, value);
    }

    /// <summary>A value masked: 王某某 is 王**, 000-00000000 is ***0000, a number keeps its last two.</summary>
    public static string Of(Personal kind, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return kind switch
        {
            Personal.None => value,
            Personal.Name => value.Length == 0 ? "" : value[..1] + new string('*', Math.Max(1, value.Length - 1)),
            Personal.Phone => value.Length == 0 ? "" : "***" + (value.Length > 7 ? value[^4..] : ""),
            _ => value.Length == 0 ? "" : "***" + (value.Length > 5 ? value[^2..] : ""),
        };
    }
}
