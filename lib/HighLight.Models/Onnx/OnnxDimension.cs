using System.Globalization;

namespace HighLight.Models.Onnx;

/// <summary>One dimension of a declared shape: a size, a named unknown such as <c>batch</c>, or unknown.</summary>
/// <param name="Size">The size, at least 0; null when it is not fixed. Exporters write negative sizes for "not fixed": they are read as null.</param>
/// <param name="Symbol">The name of a size that is only known when the model runs; null when there is none.</param>
public readonly record struct OnnxDimension(long? Size, string? Symbol = null)
{
    /// <summary>The size, the symbol, or a question mark.</summary>
    public override string ToString() => Size?.ToString(CultureInfo.InvariantCulture) ?? Symbol ?? "?";
}
