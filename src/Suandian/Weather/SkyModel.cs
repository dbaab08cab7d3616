namespace Suandian.Weather;

/// <summary>How diffuse light is spread over the sky.</summary>
public enum SkyModel
{
    /// <summary>Anisotropic with brightness and clearness bins; the most exact.</summary>
    Perez,

    /// <summary>Isotropic and circumsolar part.</summary>
    HayDavies,

    /// <summary>Equal from everywhere; loses about 2.5 % on a tilted plane.</summary>
    Isotropic,
}
