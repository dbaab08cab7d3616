namespace Suandian.Weather;

/// <summary>What to do where a file has global irradiance only.</summary>
public enum MissingSplit
{
    /// <summary>It is a problem of the file.</summary>
    Refuse,

    /// <summary>Direct and diffuse are computed by the Erbs model and the origin says so.</summary>
    Erbs,
}

/// <summary>What a plain hourly table does not say about itself.</summary>
public sealed record HourlyCsvOptions
{
    /// <summary>Name of the place.</summary>
    public required string Name { get; init; }

    /// <summary>Latitude [deg], north positive.</summary>
    public required double LatitudeDeg { get; init; }

    /// <summary>Longitude [deg], east positive.</summary>
    public required double LongitudeDeg { get; init; }

    /// <summary>Height above sea level [m].</summary>
    public required double ElevationM { get; init; }

    /// <summary>Local standard time minus UTC [h].</summary>
    public required double UtcOffsetH { get; init; }

    /// <summary>What the time beside a value means.</summary>
    public required HourConvention Hours { get; init; }

    /// <summary>Local time of the first row; used where the table has no column <c>time</c>.</summary>
    public required DateTime FirstLabel { get; init; }

    /// <summary>Height of the wind measurement above ground [m]. Default 10.</summary>
    public double WindHeightM { get; init; } = 10;

    /// <summary>What to do without direct and diffuse irradiance. Default: refuse.</summary>
    public MissingSplit WithoutDirect { get; init; } = MissingSplit.Refuse;

    /// <summary>Whether the values were drawn by a generator.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Where the table is from, for the report.</summary>
    public required Text Origin { get; init; }
}
