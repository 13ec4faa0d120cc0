using System.Collections.Immutable;
using System.Xml.Linq;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// The configuration file that a restore reads before all others. It turns what configuration files reserve for a source into NuGet's
/// package source mapping, which must name every source, and so can be written only where the sources are known.
/// </summary>
internal static class SourceMapping
{
    /// <summary>Creates the file; null if nothing is reserved.</summary>
    public static XDocument? Create(SourceRules rules)
    {
        var settings = rules.Settings;
        if (settings.Reserved.IsEmpty)
        {
            return null;
        }

        // An entry replaces those of the same source in other files, so it repeats what users have given the source.
        var reserved = settings.Reserved.GroupBy(entry => entry.Source, StringComparer.OrdinalIgnoreCase).Select(group => group.Concat(
            settings.Mapping.Where(entry => string.Equals(entry.Source, group.Key, StringComparison.OrdinalIgnoreCase))));
        return new XDocument(
            new XElement(
                "configuration",
                new XElement(
                    "packageSourceMapping",
                    reserved.Select(entries => Source([.. entries])),
                    rules.Rest().Select(entry => Source([entry])))));
    }

    private static XElement Source(ImmutableArray<SourcePattern> entries) => new(
        "packageSource",
        new XAttribute("key", entries[0].Source),
        entries.Select(entry => entry.Pattern).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(pattern => new XElement("package", new XAttribute("pattern", pattern))));
}
