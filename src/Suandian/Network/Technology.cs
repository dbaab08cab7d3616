namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum Technology
{
    /// <summary>Written <c>wind</c> in files.</summary>
    Wind,

    /// <summary>Written <c>pv</c> in files.</summary>
    Pv,

    /// <summary>Written <c>csp</c> in files.</summary>
    Csp,

    /// <summary>Written <c>battery</c> in files.</summary>
    Battery,

    /// <summary>Written <c>import</c> in files.</summary>
    Import,

    /// <summary>Written <c>export</c> in files.</summary>
    Export,

    /// <summary>Written <c>ac</c> in files.</summary>
    Ac,

    /// <summary>Written <c>dc</c> in files.</summary>
    Dc,

    /// <summary>Written <c>heat</c> in files.</summary>
    Heat,

    /// <summary>Written <c>coal</c> in files.</summary>
    Coal,

    /// <summary>Written <c>gas</c> in files.</summary>
    Gas,

    /// <summary>Written <c>hydro</c> in files.</summary>
    Hydro,

    /// <summary>Written <c>other</c> in files.</summary>
    Other,
}
