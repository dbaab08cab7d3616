namespace Suandian.Network;

/// <summary>Choices of a column; meaning in Cases/schema.</summary>
public enum WorkloadClass
{
    /// <summary>Written <c>training</c> in files.</summary>
    Training,

    /// <summary>Written <c>science</c> in files.</summary>
    Science,

    /// <summary>Written <c>rendering</c> in files.</summary>
    Rendering,

    /// <summary>Written <c>inference</c> in files.</summary>
    Inference,

    /// <summary>Written <c>digital_human</c> in files.</summary>
    DigitalHuman,

    /// <summary>Written <c>metaverse</c> in files.</summary>
    Metaverse,

    /// <summary>Written <c>government</c> in files.</summary>
    Government,
}
