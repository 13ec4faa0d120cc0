using System.Globalization;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary><c>Half</c>.</summary>
internal sealed class HalfType() : RealType("global::System.Half")
{
    public override string Legal => "a number such as 0.5 within the range of Half (65504), NaN, Infinity or -Infinity";

    protected override string? Finite(string text) =>
        Half.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) && Half.IsFinite(value)
            ? $"({Name})({((float)value).ToString("R", CultureInfo.InvariantCulture)}f)"
            : null;
}
