using HighLight.Notebooks;

namespace HighLight.Fibertrees;

/// <summary>How notebooks show trees and pruning steps; found by convention through <see cref="TypeFormatterSourceAttribute"/>.</summary>
internal sealed class FibertreeFormatterSource
{
    /// <summary>One formatter for each type and form.</summary>
#pragma warning disable CA1822 // The convention asks for an instance method.
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new ConventionFormatter<Fibertree>("text/html", tree => tree.ToHtml()),
        new ConventionFormatter<Fibertree>("text/plain", tree => tree.ToText()),
        new ConventionFormatter<PruneStep>("text/html", step => step.ToHtml()),
        new ConventionFormatter<PruneStep>("text/plain", step => step.ToText()),
    ];
#pragma warning restore CA1822
}
