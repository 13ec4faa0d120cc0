using HighLight.Notebooks;

namespace HighLight.Formats;

/// <summary>How notebooks show comparisons of formats; found by convention through <see cref="TypeFormatterSourceAttribute"/>.</summary>
internal sealed class FormatComparisonFormatterSource
{
    /// <summary>One formatter for each form.</summary>
#pragma warning disable CA1822 // The convention asks for an instance method.
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new ConventionFormatter<FormatComparison>("text/html", comparison => comparison.ToHtml()),
        new ConventionFormatter<FormatComparison>("text/plain", comparison => comparison.ToString()),
    ];
#pragma warning restore CA1822
}
