namespace Suandian.Network;

/// <summary>How AC lines carry power.</summary>
public enum LineModel
{
    /// <summary>Any flow within capacity.</summary>
    Transport,

    /// <summary>Kirchhoff's voltage law around every cycle (linear power flow).</summary>
    Kirchhoff,
}
