using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>What a restore chose: packages and the files that cells compile against and load.</summary>
/// <param name="Packages">All packages, direct and transitive, each after those that it needs.</param>
/// <param name="Compile">Assemblies to compile against, full paths.</param>
/// <param name="Runtime">Assemblies to load, full paths.</param>
/// <param name="Native">Native libraries for this machine, full paths.</param>
public sealed record ResolvedPackages(
    ImmutableArray<ResolvedPackage> Packages,
    ImmutableArray<string> Compile,
    ImmutableArray<string> Runtime,
    ImmutableArray<string> Native)
{
    /// <summary>Whether every file is still there and every package is still the one that was resolved.</summary>
    internal bool IsIntact() =>
        Compile.Concat(Runtime).Concat(Native).All(File.Exists)
        && Packages.All(package => Directory.Exists(package.Folder)
            && string.Equals(package.Hash, ResolvedPackage.ReadHash(package.Folder, package.Id, package.Version), StringComparison.Ordinal));

    /// <summary>Whether every package lies where NuGet unpacks it, and every file in one of the packages.</summary>
    /// <param name="packageFolders">The folders that NuGet unpacks to or takes unpacked packages from.</param>
    internal bool IsInside(ImmutableArray<string> packageFolders)
    {
        var folders = Packages.Select(package => package.Folder).ToHashSet(StringComparer.Ordinal);
        return Packages.All(package => packageFolders.Any(root => package.Folder == Unpacked(root, package)))
            && Compile.Concat(Runtime).Concat(Native).All(file => file == Path.GetFullPath(file) && Ancestors(file).Any(folders.Contains));
    }

    private static string Unpacked(string root, ResolvedPackage package) =>
        Path.Combine(root, package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant());

    private static IEnumerable<string> Ancestors(string file)
    {
        for (string? folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
