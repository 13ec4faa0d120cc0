using System.Globalization;

namespace HighLight.Models.Onnx;

/// <summary>Writes shapes and lists of numbers the same way in every culture.</summary>
internal static class ShapeText
{
    public static string Of<T>(IEnumerable<T> sizes)
        where T : IFormattable => $"[{string.Join(", ", sizes.Select(size => size.ToString(null, CultureInfo.InvariantCulture)))}]";
}
