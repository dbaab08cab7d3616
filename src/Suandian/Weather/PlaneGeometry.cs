using static Suandian.Weather.Atmosphere;

namespace Suandian.Weather;

/// <summary>How a module plane stands to the sun, hour by hour.</summary>
public sealed record PlaneGeometry
{
    /// <summary>Cosine of the angle of incidence of the beam, −1 … 1, shape [hours].</summary>
    public required double[] CosIncidence { get; init; }

    /// <summary>Cosine of the tilt of the plane, shape [hours].</summary>
    public required double[] CosTilt { get; init; }

    /// <summary>Sine of the tilt of the plane, ≥ 0, shape [hours].</summary>
    public required double[] SinTilt { get; init; }

    /// <summary>Rotation of a tracker [deg], east negative on a north-south axis; empty for a fixed plane.</summary>
    public double[] RotationDeg { get; init; } = [];

    /// <summary>Cosine of the angle of incidence of the beam on a plane.</summary>
    /// <param name="tiltDeg">Tilt from the horizontal [deg].</param>
    /// <param name="azimuthDeg">Direction the plane faces, clockwise from north [deg].</param>
    /// <param name="zenithDeg">Zenith angle of the sun [deg].</param>
    /// <param name="sunAzimuthDeg">Azimuth of the sun [deg].</param>
    public static double CosineOfIncidence(
        double tiltDeg, double azimuthDeg, double zenithDeg, double sunAzimuthDeg) =>
        Math.Cos(tiltDeg * Degree) * Math.Cos(zenithDeg * Degree)
        + Math.Sin(tiltDeg * Degree) * Math.Sin(zenithDeg * Degree)
        * Math.Cos((sunAzimuthDeg - azimuthDeg) * Degree);

    /// <summary>A plane that never moves.</summary>
    /// <param name="sun">The sun of the place.</param>
    /// <param name="tiltDeg">Tilt from the horizontal [deg], 0 … 90.</param>
    /// <param name="azimuthDeg">Direction it faces, clockwise from north [deg]; 180 is south.</param>
    public static PlaneGeometry Fixed(SolarYear sun, double tiltDeg, double azimuthDeg)
    {
        ArgumentNullException.ThrowIfNull(sun);
        var (sinT, cosT) = Math.SinCos(tiltDeg * Degree);
        var (sinA, cosA) = Math.SinCos(azimuthDeg * Degree);
        double[] cos = new double[sun.Length];
        for (int i = 0; i < cos.Length; i++)
            cos[i] = sinT * (sinA * sun.East[i] + cosA * sun.North[i]) + cosT * sun.Up[i];
        return new PlaneGeometry { CosIncidence = cos, CosTilt = Filled(cosT), SinTilt = Filled(sinT) };

        double[] Filled(double value)
        {
            double[] values = new double[sun.Length];
            Array.Fill(values, value);
            return values;
        }
    }

    /// <summary>A plane that turns about a horizontal axis.</summary>
    /// <param name="sun">The sun of the place.</param>
    /// <param name="tracker">Axis, limits and row spacing.</param>
    /// <remarks>
    /// Ideal rotation θ = atan2(sun across the axis, sun upwards). Backtracking: where cos θ &lt; gcr the rows would
    /// shade each other and turn back by acos(cos θ/gcr). Below the horizon the plane lies flat.
    /// Source: K. Anderson, M. Mikofski, Slope-Aware Backtracking for Single-Axis Trackers, NREL/TP-5K00-76626, 2020.
    /// Checked against: pvlib tracking.singleaxis, every hour of one year.
    /// </remarks>
    public static PlaneGeometry Tracking(SolarYear sun, TrackerOptions tracker)
    {
        ArgumentNullException.ThrowIfNull(sun);
        ArgumentNullException.ThrowIfNull(tracker);
        var plane = new PlaneGeometry
        {
            CosIncidence = new double[sun.Length],
            CosTilt = new double[sun.Length],
            SinTilt = new double[sun.Length],
            RotationDeg = new double[sun.Length],
        };
        var (sinAxis, cosAxis) = Math.SinCos(tracker.AxisAzimuthDeg * Degree);
        for (int i = 0; i < sun.Length; i++)
        {
            double across = sun.East[i] * cosAxis - sun.North[i] * sinAxis, up = sun.Up[i];
            double θ = up > 0 ? Rotation(across, up, tracker) : 0;
            var (sinθ, cosθ) = Math.SinCos(θ);
            plane.RotationDeg[i] = θ / Degree;
            plane.CosIncidence[i] = across * sinθ + up * cosθ;
            plane.CosTilt[i] = cosθ;
            plane.SinTilt[i] = Math.Abs(sinθ);
        }

        return plane;
    }

    static double Rotation(double across, double up, TrackerOptions tracker)
    {
        double θ = Math.Atan2(across, up);
        if (tracker.Backtracks)
        {
            double shade = up / (Math.Sqrt(across * across + up * up) * tracker.GroundCoverRatio);
            if (shade < 1)
                θ -= Math.CopySign(Math.Acos(shade), θ);
        }

        double limit = tracker.MaximumRotationDeg * Degree;
        return Math.Clamp(θ, -limit, limit);
    }
}
