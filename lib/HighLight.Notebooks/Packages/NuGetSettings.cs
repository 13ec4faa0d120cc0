using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>What the configuration files that apply to a notebook say together.</summary>
/// <param name="Files">The files; the first counts most.</param>
/// <param name="Sources">The sources that are not disabled.</param>
/// <param name="Mapping">
/// NuGet's own <c>packageSourceMapping</c>: where there is one, a package that matches none of it has no source.
/// </param>
/// <param name="Reserved">
/// <c>notebookSourceMapping</c>: what these sources alone may deliver. It leaves all other packages to the other sources.
/// </param>
/// <param name="PackageFolders">
/// The folders that NuGet unpacks to or takes unpacked packages from; the first is the one it writes to.
/// </param>
internal sealed record NuGetSettings(
    ImmutableArray<string> Files,
    ImmutableArray<PackageSource> Sources,
    ImmutableArray<SourcePattern> Mapping,
    ImmutableArray<SourcePattern> Reserved,
    ImmutableArray<string> PackageFolders)
{
    /// <summary>The settings that apply to a folder.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read or is not XML; the message names it.</exception>
    public static NuGetSettings For(string folder) => NuGetSettingsReader.Read([.. NuGetConfigFiles.For(folder)]);

    /// <summary>
    /// The patterns by which a package is bound to sources: the closest one, of each source that has it; empty if anything may deliver
    /// it. What is reserved for a source is bound to it even if that is everything.
    /// </summary>
    public ImmutableArray<SourcePattern> Guards(string id) =>
        SourcePattern.Closest(Reserved.Concat(Mapping.Where(entry => !entry.MatchesAll)), id);

    /// <summary>The source of that name; null if there is none or it is disabled.</summary>
    public PackageSource? Source(string name) =>
        Sources.FirstOrDefault(source => string.Equals(source.Name, name, StringComparison.OrdinalIgnoreCase));
}
