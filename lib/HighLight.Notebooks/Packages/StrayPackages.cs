using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// Packages that came from none of the sources that may deliver them: NuGet asks no source for what an earlier restore unpacked, under
/// other settings and from wherever.
/// </summary>
/// <param name="rules">Which sources may deliver what.</param>
internal sealed class StrayPackages(SourceRules rules)
{
    private const int MaximumNames = 10;

    /// <summary>One warning for all such packages that were not named before; null if there are none.</summary>
    /// <param name="resolved">What was restored.</param>
    /// <param name="named">The packages that were named before; those of this warning are added.</param>
    public string? Warning(ResolvedPackages resolved, ISet<string> named)
    {
        var strays = resolved.Packages
            .Select(package => (Package: package, Origin: PackageOrigin.Read(package)))
            .Where(stray => stray.Origin is not null && IsStray(stray.Package, stray.Origin) && named.Add(stray.Package.Id))
            .GroupBy(stray => PackageOrigin.Describe(stray.Origin!, rules.Sources), stray => stray.Package, PackageOrigin.Comparer)
            .ToImmutableArray();
        return strays.IsEmpty ? null
            : "Packages were taken from NuGet's packages folder although no source that may deliver them here is the one they came from: "
              + $"{string.Join("; ", strays.Select(Describe))}. If you trust them, add that source to a nuget.config above the notebook "
              + $"(and to a mapping that binds them); else delete their folders, such as {strays[0].First().Folder}, and run again.";
    }

    private static string Describe(IGrouping<string, ResolvedPackage> stray)
    {
        string[] names = [.. stray.Select(package => $"{package.Id} {package.Version}")];
        string more = names.Length > MaximumNames ? Invariant($" and {names.Length - MaximumNames} more") : "";
        return $"{string.Join(", ", names.Take(MaximumNames))}{more} came from {stray.Key}";
    }

    // A folder may have moved: what it holds decides. The SDK adds a folder of its own to every restore.
    private bool IsStray(ResolvedPackage package, string origin)
    {
        string place = PackageOrigin.Normalize(origin);
        return !PackageOrigin.Comparer.Equals(place, PackageOrigin.Normalize(SdkFolder))
            && !rules.Candidates(package.Id).Any(source => PackageOrigin.Comparer.Equals(place, PackageOrigin.Normalize(source.Location))
                || (source.Feed?.Find(package.Id, package.Version) is { } file && FolderFeed.Hash(file) == package.Hash));
    }

    private static string SdkFolder => Path.Combine(Path.GetDirectoryName(TargetPlatform.Dotnet) ?? "", "library-packs");
}
