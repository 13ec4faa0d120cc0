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
    /// <param name="settings">What the other files say.</param>
    /// <param name="added">The sources that cells added.</param>
    public static XDocument? Create(NuGetSettings settings, ImmutableArray<string> added)
    {
        if (settings.Reserved.IsEmpty)
        {
            return null;
        }

        var reserved = settings.Reserved.GroupBy(entry => entry.Source, StringComparer.OrdinalIgnoreCase).ToImmutableArray();

        // A mapping that users have stays as they wrote it: it says already what may come from where.
        var others = !settings.Mapping.IsEmpty ? [] : settings.Sources.Select(source => source.Name).Concat(added)
            .Except(reserved.Select(entry => entry.Key), StringComparer.OrdinalIgnoreCase);
        return new XDocument(
            new XElement(
                "configuration",
                new XElement(
                    "packageSourceMapping",
                    reserved.Select(entry => Source(entry.Key, entry.Select(pattern => pattern.Pattern))),
                    others.Select(name => Source(name, ["*"])))));
    }

    private static XElement Source(string name, IEnumerable<string> patterns) => new(
        "packageSource",
        new XAttribute("key", name),
        patterns.Select(pattern => new XElement("package", new XAttribute("pattern", pattern))));
}
