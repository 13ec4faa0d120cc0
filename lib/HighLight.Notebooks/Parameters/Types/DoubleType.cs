using System.Globalization;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary><c>double</c> and <c>float</c>. The literal gives back the very value that was read.</summary>
/// <param name="single">Whether the type is <c>float</c>.</param>
internal sealed class DoubleType(bool single) : RealType(single ? "float" : "double")
{
    public override string Legal => $"a number such as 0.5 or 1e-3 within the range of {Name}, NaN, Infinity or -Infinity";

    protected override string? Finite(string text)
    {
        if (single)
        {
            return float.TryParse(text, Style, CultureInfo.InvariantCulture, out float number) && float.IsFinite(number)
                ? number.ToString("R", CultureInfo.InvariantCulture) + "f"
                : null;
        }

        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            return null;
        }

        string digits = value.ToString("R", CultureInfo.InvariantCulture);
        return digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0";
    }
}
