using System.Collections.Immutable;
using Suandian.Weather;

namespace Suandian.Cases.Tables;

/// <summary>Everything a case folder or a workbook says, as text, with the hourly parts read.</summary>
sealed record RawCase
{
    /// <summary>Settings as text.</summary>
    public required RawSettings Settings { get; init; }

    /// <summary>Settings understood; null where one is missing or wrong.</summary>
    public required CaseSettings? Understood { get; init; }

    /// <summary>Tables by name.</summary>
    public required ImmutableDictionary<string, RawTable> Tables { get; init; }

    /// <summary>Hourly series by name.</summary>
    public required ImmutableDictionary<string, LoadedSeries> Series { get; init; }

    /// <summary>Names of the weather files that lie in weather/, and their weather where it could be read.</summary>
    public ImmutableDictionary<string, WeatherYear?> WeatherFiles { get; init; } = ImmutableDictionary<string, WeatherYear?>.Empty;

    /// <summary>Rings of the outline.</summary>
    public ImmutableArray<ImmutableArray<(double LongitudeDeg, double LatitudeDeg)>> Outline { get; init; } = [];

    /// <summary>The grid that the settings name; null where they name none or it could not be read.</summary>
    public GridFolderReading? Grid { get; init; }

    /// <summary>Files read.</summary>
    public ImmutableArray<FileRead> FilesRead { get; init; } = [];
}

/// <summary>An hourly series and where it stands.</summary>
sealed record LoadedSeries(double[] Values, Source Source);
