using System.Globalization;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>
/// What ONNX Runtime computes differs in the last bits between kinds of processors. Densities and errors that come of it are rounded before anything is made of them, so that results are
/// the same bytes everywhere, but for values that lie on the edge of two roundings.
/// </summary>
internal static class Rounding
{
    private const int Decimals = 3;

    /// <summary>A share, to 3 decimals.</summary>
    public static double Share(double value) => Math.Round(value, Decimals);

    /// <summary>An error, to 3 decimals; null where it is not finite, for a norm that it is relative to is 0.</summary>
    public static double? Error(double value) => double.IsFinite(value) ? Math.Round(value, Decimals) : null;

    /// <summary>To 3 significant digits: errors of single layers may be small.</summary>
    public static double Digits(double value) => double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
