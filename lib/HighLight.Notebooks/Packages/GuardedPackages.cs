using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// Packages that configuration files bind to folders. NuGet asks no source for what it has unpacked before, so a mapping alone does not
/// keep out a copy that came from elsewhere earlier: what was restored is compared with what the folder holds.
/// </summary>
/// <param name="settings">The settings of the notebook.</param>
internal sealed class GuardedPackages(NuGetSettings settings)
{
    /// <summary>The restored packages that are not the file that their folder holds; those bound to a URL are not looked at.</summary>
    public ImmutableArray<ForeignPackage> Foreign(ResolvedPackages resolved) =>
        [.. resolved.Packages.Select(Check).OfType<ForeignPackage>()];

    private ForeignPackage? Check(ResolvedPackage package)
    {
        var guards = settings.Guards(package.Id);
        if (guards.IsEmpty || guards.Any(guard => settings.Source(guard.Source) is { Feed: null }))
        {
            return null;
        }

        ForeignPackage? foreign = null;
        foreach (var guard in guards)
        {
            var feed = settings.Source(guard.Source)?.Feed;
            string? file = feed?.Find(package.Id, package.Version);
            if (file is not null && FolderFeed.Hash(file) == package.Hash)
            {
                return null;
            }

            if (foreign?.File is null)
            {
                foreign = new ForeignPackage(package, guard, feed?.Folder ?? $"the source '{guard.Source}'", file);
            }
        }

        return foreign;
    }
}
