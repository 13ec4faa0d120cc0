using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>What a restore chose: packages and the files that cells compile against and load.</summary>
/// <param name="Packages">All packages, direct and transitive.</param>
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
}
