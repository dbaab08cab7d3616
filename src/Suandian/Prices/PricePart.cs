namespace Suandian.Prices;

/// <summary>What a part of the price is paid for; the order is that of the price build-up, top to bottom.</summary>
public enum PricePart
{
    /// <summary>Wind farms.</summary>
    Wind,

    /// <summary>Photovoltaic plant.</summary>
    Pv,

    /// <summary>Solar thermal plant: field, store and block.</summary>
    Csp,

    /// <summary>Hydropower.</summary>
    Hydro,

    /// <summary>Coal plant.</summary>
    Coal,

    /// <summary>Gas plant.</summary>
    Gas,

    /// <summary>Any other generation.</summary>
    OtherGeneration,

    /// <summary>Storage of electricity.</summary>
    Storage,

    /// <summary>Lines and links: capital, upkeep and charge per MWh sent.</summary>
    Network,

    /// <summary>Energy bought outside, at its energy price.</summary>
    ImportEnergy,

    /// <summary>Losses, network price, funds and surcharges (and any price of CO2) on bought energy.</summary>
    ImportNetwork,

    /// <summary>Demand charge on the highest power bought.</summary>
    DemandCharge,

    /// <summary>Revenue of energy sold outside; negative.</summary>
    ExportRevenue,

    /// <summary>Energy received from (positive) or sent to (negative) the far ends over lines and links, at the price of the receiving bus.</summary>
    Transfer,

    /// <summary>Loss from load not served, at the case's price.</summary>
    Shedding,

    /// <summary>Servers (chips): annuity of new ones.</summary>
    Servers,

    /// <summary>Halls, power supply and cooling: annuity of new ones.</summary>
    Halls,

    /// <summary>Upkeep of halls and servers, new and existing.</summary>
    ComputingUpkeep,

    /// <summary>Fibres: annuity and upkeep.</summary>
    Fibre,

    /// <summary>Electricity of computing at the average price of supply.</summary>
    Power,

    /// <summary>Loss from work not done, at the case's penalty.</summary>
    UndoneWork,

    /// <summary>Work that waits, at the case's price of waiting.</summary>
    Waiting,
}
