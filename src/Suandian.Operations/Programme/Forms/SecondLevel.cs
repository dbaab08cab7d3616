using Suandian.Texts;

namespace Suandian.Operations.Programme.Forms;

/// <summary>二级指标: what kind of result an indicator speaks of.</summary>
/// <remarks>
/// Source: the form of 财预〔2020〕10号 for output, benefit and satisfaction; 财预〔2021〕101号 for cost as a class of its own
/// (the last three).
/// </remarks>
public enum SecondLevel
{
    /// <summary>数量指标: how many.</summary>
    Quantity,

    /// <summary>质量指标: how good.</summary>
    Quality,

    /// <summary>时效指标: when.</summary>
    Timeliness,

    /// <summary>成本指标, counted as output.</summary>
    Cost,

    /// <summary>经济效益指标.</summary>
    Economic,

    /// <summary>社会效益指标.</summary>
    Social,

    /// <summary>生态效益指标.</summary>
    Ecological,

    /// <summary>可持续影响指标.</summary>
    Sustainable,

    /// <summary>服务对象满意度指标.</summary>
    Satisfaction,

    /// <summary>经济成本指标.</summary>
    EconomicCost,

    /// <summary>社会成本指标.</summary>
    SocialCost,

    /// <summary>生态环境成本指标.</summary>
    EcologicalCost,
}

/// <summary>一级指标.</summary>
public enum FormBlock
{
    /// <summary>产出指标.</summary>
    Output,

    /// <summary>效益指标.</summary>
    Benefit,

    /// <summary>满意度指标.</summary>
    Satisfaction,

    /// <summary>成本指标.</summary>
    Cost,
}

/// <summary>Names and order of the levels.</summary>
public static class SecondLevels
{
    /// <summary>The first level a second level belongs to.</summary>
    public static FormBlock Block(this SecondLevel second) => second switch
    {
        SecondLevel.Quantity or SecondLevel.Quality or SecondLevel.Timeliness or SecondLevel.Cost => FormBlock.Output,
        SecondLevel.Economic or SecondLevel.Social or SecondLevel.Ecological or SecondLevel.Sustainable => FormBlock.Benefit,
        SecondLevel.Satisfaction => FormBlock.Satisfaction,
        _ => FormBlock.Cost,
    };

    /// <summary>The name in both languages, such as 数量 / quantity.</summary>
    public static Text Name(this SecondLevel second) => Phrases.Of("form.second." + FormWords.Code(second));
}
