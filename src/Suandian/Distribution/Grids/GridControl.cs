namespace Suandian.Distribution.Grids;

/// <summary>What a generator holds.</summary>
public enum GridControl
{
    /// <summary>Active and reactive power.</summary>
    Power,

    /// <summary>Active power and the voltage of its bus.</summary>
    Voltage,

    /// <summary>Voltage and angle of its bus; it takes up what is missing.</summary>
    Slack,
}
