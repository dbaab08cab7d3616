namespace Suandian.Operations.Programme.Forms;

/// <summary>定量 or 定性.</summary>
public enum IndicatorKind
{
    /// <summary>定量: a number is held against a number.</summary>
    Quantitative,

    /// <summary>定性: people judge which share of the target is reached.</summary>
    Qualitative,
}

/// <summary>The three grades of a qualitative indicator and the shares of the weight they stand for.</summary>
/// <remarks>Source: notes on published forms under 财预〔2020〕10号 (达成预期指标 100–80 %, 部分达成 80–60 %, 未达成 60–0 %).</remarks>
public enum Attainment
{
    /// <summary>达成预期指标: 80 % to 100 %, both included.</summary>
    Reached,

    /// <summary>部分达成预期指标并具有一定效果: 60 % up to but not including 80 %.</summary>
    Partly,

    /// <summary>未达成预期指标且效果较差: below 60 %.</summary>
    Missed,
}
