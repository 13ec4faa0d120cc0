using System.Globalization;

namespace HighLight.Experiments.Display;

/// <summary>Numbers for human eyes: invariant culture, five significant digits, powers of ten only where zeros would hide the number.</summary>
internal static class NumberText
{
    private const int SignificantDigits = 5;

    public static string Of(object? value) => value switch
    {
        null => "",
        double number => Of(number),
        float number => Of(number),
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static string Of(double value)
    {
        var magnitude = Math.Abs(value);
        if (!double.IsFinite(value) || (magnitude < 1e15 && value == Math.Truncate(value)))
        {
            return (value + 0).ToString(CultureInfo.InvariantCulture); // + 0 turns −0 into 0
        }

        if (magnitude is < 1e-4 or >= 1e7)
        {
            return value.ToString("0.####E+0", CultureInfo.InvariantCulture);
        }

        var decimals = Math.Clamp(SignificantDigits - 1 - (int)Math.Floor(Math.Log10(magnitude)), 0, 8);
        return value.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }
}
