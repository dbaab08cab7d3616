namespace Suandian.Weather;

/// <summary>How the modules stand.</summary>
public enum PvMount
{
    /// <summary>On fixed racks.</summary>
    FixedTilt,

    /// <summary>On horizontal single-axis trackers.</summary>
    SingleAxisTracker,
}

/// <summary>Which rating an availability of 1 stands for.</summary>
public enum PvRating
{
    /// <summary>Module power at 1000 W/m² and 25 °C (kWp); the price of PV in China is per this watt.</summary>
    Dc,

    /// <summary>Inverter power; availability reaches 1 when the inverter clips.</summary>
    Ac,
}

/// <summary>A photovoltaic array, from plane to grid.</summary>
public sealed record PvOptions
{
    /// <summary>Mount. Default fixed.</summary>
    public PvMount Mount { get; init; } = PvMount.FixedTilt;

    /// <summary>Tilt of fixed racks from the horizontal [deg], 0 … 90. Default 40.</summary>
    public double TiltDeg { get; init; } = 40;

    /// <summary>Direction fixed racks face, clockwise from north [deg], 0 … 360. Default 180 (south).</summary>
    public double AzimuthDeg { get; init; } = 180;

    /// <summary>The tracker, where mounted so.</summary>
    public TrackerOptions Tracker { get; init; } = new();

    /// <summary>Model of the diffuse sky. Default Perez.</summary>
    public SkyModel Sky { get; init; } = SkyModel.Perez;

    /// <summary>Share of light the ground reflects, 0 … 1. Default 0.25 (gravel desert, dry grass).</summary>
    public double Albedo { get; init; } = 0.25;

    /// <summary>Model of cell temperature. Default SAPM.</summary>
    public CellTemperatureModel CellTemperature { get; init; } = CellTemperatureModel.Sapm;

    /// <summary>Temperature coefficient of power [1/°C], −0.01 … 0. Default −0.0035.</summary>
    public double GammaPerC { get; init; } = -0.0035;

    /// <summary>DC losses together [pu], 0 … 1. Default 0.140757 (PVWatts).</summary>
    public double LossesPu { get; init; } = PvWatts.Losses(PvWatts.DefaultLossesPu);

    /// <summary>DC rating over AC rating, 0.5 … 2.5. Default 1.2.</summary>
    public double DcAcRatio { get; init; } = 1.2;

    /// <summary>Inverter efficiency at rating, 0.8 … 1. Default 0.96.</summary>
    public double InverterEfficiency { get; init; } = 0.96;

    /// <summary>Rear over front efficiency of bifacial modules, 0 (single-sided) … 1. Default 0; see <see cref="BifacialGain"/>.</summary>
    public double BifacialityPu { get; init; }

    /// <summary>Width of a row over the distance of the rows; used by the bifacial gain of fixed racks. Default 0.45.</summary>
    public double FixedGroundCoverRatio { get; init; } = 0.45;

    /// <summary>Rating of 1 pu. Default DC.</summary>
    public PvRating Rating { get; init; } = PvRating.Dc;

    /// <summary>Everything that is out of range; empty where all is well.</summary>
    public IReadOnlyList<Text> Problems()
    {
        var problems = new List<Text>();
        OptionRange.Check(problems, "tilt_deg", TiltDeg, 0, 90);
        OptionRange.Check(problems, "azimuth_deg", AzimuthDeg, 0, 360);
        OptionRange.Check(problems, "albedo", Albedo, 0, 1);
        OptionRange.Check(problems, "gamma_per_c", GammaPerC, -0.01, 0);
        OptionRange.Check(problems, "losses_pu", LossesPu, 0, 1);
        OptionRange.Check(problems, "dc_ac_ratio", DcAcRatio, 0.5, 2.5);
        OptionRange.Check(problems, "inverter_efficiency", InverterEfficiency, 0.8, 1);
        OptionRange.Check(problems, "bifaciality_pu", BifacialityPu, 0, 1);
        OptionRange.Check(problems, "fixed_ground_cover_ratio", FixedGroundCoverRatio, 0.05, 1);
        OptionRange.Check(problems, "tracker ground_cover_ratio", Tracker.GroundCoverRatio, 0.05, 1);
        OptionRange.Check(problems, "tracker maximum_rotation_deg", Tracker.MaximumRotationDeg, 0, 90);
        return problems;
    }
}
