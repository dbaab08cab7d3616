namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum BusRole
{
    /// <summary>Written <c>site</c> in files.</summary>
    Site,

    /// <summary>Written <c>hub</c> in files.</summary>
    Hub,

    /// <summary>Written <c>far</c> in files.</summary>
    Far,

    /// <summary>Written <c>internal</c> in files.</summary>
    Internal,
}
