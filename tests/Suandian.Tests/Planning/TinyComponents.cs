namespace Suandian.Planning;

sealed record TinyGenerator(string Name, int Bus)
{
    public double ExistingMw { get; init; }

    public double? MaxMw { get; init; }

    public double AnnualCost { get; init; }

    public double Upkeep { get; init; }

    public double MarginalCost { get; init; }

    public double[] AvailabilityPu { get; init; } = [1];

    public double MinimumPu { get; init; }

    public bool Renewable { get; init; }

    public double Co2TPerMwh { get; init; }
}

/// <summary>Sized apart where <see cref="DurationH"/> is null.</summary>
sealed record TinyStorage(string Name, int Bus)
{
    public double? DurationH { get; init; }

    public double ExistingMw { get; init; }

    public double? MaxMw { get; init; }

    public double ExistingMwh { get; init; }

    public double? MaxMwh { get; init; }

    public double AnnualCost { get; init; }

    public double AnnualCostEnergy { get; init; }

    public double Upkeep { get; init; }

    public double ChargeEfficiency { get; init; } = 1;

    public double DischargeEfficiency { get; init; } = 1;

    public double StandingLossPerH { get; init; }

    public bool Cyclic { get; init; } = true;

    public double InitialLevelPu { get; init; }

    public double MarginalCost { get; init; }

    public double[] InflowMw { get; init; } = [0];
}

sealed record TinyStore(string Name, int Bus)
{
    public double ExistingMwh { get; init; }

    public double? MaxMwh { get; init; }

    public double AnnualCost { get; init; }

    public double Upkeep { get; init; }

    public double StandingLossPerH { get; init; }

    public bool Cyclic { get; init; } = true;

    public double InitialLevelPu { get; init; }
}

sealed record TinyLink(string Name, int Bus0, int Bus1)
{
    public double ExistingMw { get; init; }

    public double? MaxMw { get; init; }

    public double AnnualCost { get; init; }

    public double Upkeep { get; init; }

    public double Efficiency { get; init; } = 1;

    public bool TwoWay { get; init; }

    public bool Renewable { get; init; }

    public double MarginalCost { get; init; }
}

sealed record TinyLine(string Name, int Bus0, int Bus1)
{
    public double ExistingMw { get; init; }

    public double? MaxMw { get; init; }

    public double AnnualCost { get; init; }

    public double Upkeep { get; init; }

    public double ReactancePu { get; init; } = double.NaN;
}

sealed record TinyLoad(string Name, int Bus, double[] Mw);

sealed record TinyTrade(string Name, int Bus, bool IsImport)
{
    public double MaxMw { get; init; }

    public double[] Price { get; init; } = [0];

    public double DemandCharge { get; init; }

    public int DemandPeriods { get; init; }

    public double Co2TPerMwh { get; init; }

    public double GreenSharePu { get; init; }
}

sealed record TinyCluster(string Name, int Bus)
{
    public double ExistingItMw { get; init; }

    public double? MaxItMw { get; init; }

    public double HallCost { get; init; }

    public double ServerCost { get; init; }

    public double Upkeep { get; init; }

    public double[] Pue { get; init; } = [1];

    public double IdlePu { get; init; }

    public double GpuHoursPerMwh { get; init; } = 1000;
}

sealed record TinyWorkload(string Name, int Origin)
{
    public double[] ArrivalGpuH { get; init; } = [0];

    public int DeadlineH { get; init; }

    public double Penalty { get; init; }

    public double WaitingCost { get; init; }

    public double DataGbPerGpuH { get; init; }
}

sealed record TinyFibre(string Name, int Bus0, int Bus1)
{
    public double ExistingGbitS { get; init; }

    public double? MaxGbitS { get; init; }

    public double AnnualCost { get; init; }

    public double Upkeep { get; init; }

    public double UtilisationMaxPu { get; init; } = 1;
}
