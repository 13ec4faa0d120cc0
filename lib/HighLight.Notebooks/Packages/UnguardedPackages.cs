using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// Packages whose source is left to chance: a folder holds them, another source may have packages of the same names, and nothing says
/// which to take. In an ordinary setup, one registry for everything, there are none.
/// </summary>
/// <param name="settings">The settings of the notebook.</param>
/// <param name="added">The sources that cells added.</param>
internal sealed class UnguardedPackages(NuGetSettings settings, ImmutableArray<string> added)
{
    /// <summary>One warning for all such packages that were not named before; null if there are none.</summary>
    /// <param name="resolved">What was restored.</param>
    /// <param name="named">The packages that were named before; those of this warning are added.</param>
    public string? Warning(ResolvedPackages resolved, ISet<string> named)
    {
        // A mapping of NuGet's own leaves no package without a rule.
        if (!settings.Mapping.IsEmpty)
        {
            return null;
        }

        ImmutableArray<PackageSource> sources =
        [
            .. settings.Sources
                .Concat(added.Select(location => new PackageSource(location, location)))
                .DistinctBy(source => source.Location, StringComparer.Ordinal),
        ];
        var unknown = sources.Where(source => source.Feed is null).Select(source => source.Name).ToImmutableArray();
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        var others = new SortedSet<string>(StringComparer.Ordinal);
        var packages = new List<string>();
        foreach (string id in resolved.Packages.Select(package => package.Id).Where(id => settings.Guards(id).IsEmpty))
        {
            var holders = sources.Where(source => source.Feed?.Holds(id) is true).Select(source => source.Location).ToImmutableArray();
            if (!holders.IsEmpty && holders.Length + unknown.Length > 1 && named.Add(id))
            {
                packages.Add(id);
                folders.UnionWith(holders);
                others.UnionWith(unknown);
            }
        }

        string rivals = others.Count == 0
            ? "NuGet takes whichever answers first"
            : $"{string.Join(", ", others)} may deliver other packages under the same name";
        return packages.Count == 0 ? null
            : $"Nothing guards where {string.Join(", ", packages)} comes from: {string.Join(", ", folders)} has it, but {rivals}."
              + " Bind it to its source in a nuget.config above the notebook: <packageSourceMapping>,"
              + " or <notebookSourceMapping>, which may leave sources out.";
    }
}
