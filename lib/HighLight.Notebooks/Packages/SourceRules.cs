using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>Which sources may deliver a package of a notebook, by its configuration files and the sources that its cells add.</summary>
internal sealed class SourceRules
{
    private readonly ImmutableArray<SourcePattern> _mapping;

    /// <param name="settings">The settings of the notebook.</param>
    /// <param name="added">The sources that cells added.</param>
    public SourceRules(NuGetSettings settings, ImmutableArray<string> added)
    {
        Settings = settings;
        Sources = [.. settings.Sources.Concat(added.Select(location => new PackageSource(location, location)))];
        _mapping = settings.Reserved.IsEmpty ? settings.Mapping : [.. settings.Reserved, .. settings.Mapping, .. Rest()];
    }

    /// <summary>The settings of the notebook.</summary>
    public NuGetSettings Settings { get; }

    /// <summary>All sources.</summary>
    public ImmutableArray<PackageSource> Sources { get; }

    /// <summary>The sources that NuGet may take a package from, each place once: all, unless a mapping binds the package.</summary>
    public ImmutableArray<PackageSource> Candidates(string id)
    {
        var names = SourcePattern.Closest(_mapping, id).Select(entry => entry.Source).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sources = _mapping.IsEmpty ? Sources : Sources.Where(source => names.Contains(source.Name));
        return [.. sources.DistinctBy(source => PackageOrigin.Normalize(source.Location), PackageOrigin.Comparer)];
    }

    /// <summary>
    /// What is left for the sources that nothing is reserved for: everything else. A mapping that users have stays as they wrote it, since
    /// it says already what may come from where.
    /// </summary>
    public IEnumerable<SourcePattern> Rest() =>
        !Settings.Mapping.IsEmpty || Settings.Reserved.Any(entry => entry.MatchesAll) ? []
        : Sources.Select(source => source.Name)
            .Except(Settings.Reserved.Select(entry => entry.Source), StringComparer.OrdinalIgnoreCase)
            .Select(name => new SourcePattern(name, SourcePattern.All, ""));
}
