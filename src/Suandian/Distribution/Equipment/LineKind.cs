namespace Suandian.Distribution.Equipment;

/// <summary>How a line is laid.</summary>
public enum LineKind
{
    /// <summary>On poles or towers.</summary>
    Overhead,

    /// <summary>In the ground.</summary>
    Cable,
}
