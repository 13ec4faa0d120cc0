using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>Packages could not be restored. The message holds what NuGet said and which sources were searched.</summary>
public sealed class PackageRestoreException : IOException
{
    /// <param name="packages">What was asked for.</param>
    /// <param name="messages">What went wrong, a line each.</param>
    /// <param name="sources">Where NuGet searched; empty if that is not the matter.</param>
    internal PackageRestoreException(ImmutableArray<PackageRequest> packages, IEnumerable<string> messages, IReadOnlyCollection<string> sources)
        : base(Describe(packages, messages, sources))
    {
    }

    // No such package, no such version, none that is not a prerelease, none of them anywhere.
    private static readonly string[] NotFound = ["NU1100", "NU1101", "NU1102", "NU1103"];

    private static string Describe(ImmutableArray<PackageRequest> packages, IEnumerable<string> messages, IReadOnlyCollection<string> sources)
    {
        string asked = string.Join(", ", packages.Select(package => $"\"nuget: {package}\""));
        string[] lines = [.. messages];
        string searched = sources.Count == 0 ? "" : $"\nSources searched: {string.Join(", ", sources)}.";
        string advice = sources.Count == 0 || !lines.Any(line => NotFound.Any(code => line.Contains(code, StringComparison.Ordinal))) ? ""
            : "\nCheck identity and version, or add a source: #i \"nuget: <folder or URL>\" in a cell, or <packageSources> in a nuget.config above the notebook.";
        return $"The packages {asked} could not be restored.\n{string.Join('\n', lines)}{searched}{advice}";
    }
}
