using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// Packages whose source is left to chance: several sources may deliver them, and nothing says which to take. These are packages that cells
/// ask for, and packages needed by them that a folder holds; where a folder holds nothing, a stranger's package comes without a sound.
/// </summary>
/// <param name="rules">Which sources may deliver what.</param>
/// <param name="requests">What cells asked for.</param>
internal sealed class UnguardedPackages(SourceRules rules, ImmutableArray<PackageRequest> requests)
{
    /// <summary>One warning for all such packages that were not named before; null if there are none.</summary>
    /// <param name="resolved">What was restored.</param>
    /// <param name="named">The packages that were named before; those of this warning are added.</param>
    public string? Warning(ResolvedPackages resolved, ISet<string> named)
    {
        var packages = resolved.Packages.Where(package => IsUnguarded(package.Id) && named.Add(package.Id)).ToImmutableArray();
        if (packages.IsEmpty)
        {
            return null;
        }

        var rivals = packages.SelectMany(package => rules.Candidates(package.Id)).Distinct().Select(PackageOrigin.Describe).ToArray();
        string names = string.Join(", ", packages.Select(package => package.Id));
        var (comes, name, it) = packages.Length == 1 ? ("comes", "this name", "it") : ("come", "such a name", "each");
        return $"Nothing guards where {names} {comes} from: {string.Join("; ", packages.Select(Origin))}. "
            + $"{string.Join(", ", rivals[..^1])} and {rivals[^1]} may each deliver a package of {name}, whoever made it. "
            + $"Map {it} to one source in a nuget.config above the notebook: <packageSourceMapping>, or <notebookSourceMapping>, "
            + $"which may leave sources out, with <packageSource key=\"NAME\"><package pattern=\"{packages[0].Id}\" /></packageSource>.";
    }

    private bool IsUnguarded(string id)
    {
        if (!rules.Settings.Guards(id).IsEmpty || rules.Candidates(id) is not [_, _, ..] candidates)
        {
            return false;
        }

        return requests.Any(request => string.Equals(request.Id, id, StringComparison.OrdinalIgnoreCase))
            || candidates.Any(source => source.Feed?.Holds(id) is true);
    }

    private string Origin(ResolvedPackage package) => PackageOrigin.Read(package) is { } origin
        ? $"{package.Id} {package.Version} came from {PackageOrigin.Describe(origin, rules.Sources)}"
        : $"NuGet did not record where {package.Id} {package.Version} came from";
}
