using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>What to do when a package could not come from the source that it is bound to.</summary>
internal static class SourceHint
{
    /// <summary>How a folder gets a package.</summary>
    public static string Pack(string folder) => $"Pack it first: dotnet pack, with {folder} as its output.";

    /// <summary>
    /// A line for each rule that kept sources from delivering a package that the restore's errors name, and for an error without a reason.
    /// </summary>
    public static ImmutableArray<string> For(NuGetSettings settings, RestoreRequest request, ImmutableArray<string> errors) =>
    [
        .. errors.Where(SaysNothing).Take(1).Select(_ => $"NuGet did not say why. Legal versions are {PackageVersionText.Forms}."),
        .. errors.SelectMany(Words)
            .Concat(request.Packages.Select(package => package.Id))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(id => settings.Guards(id).Select(guard => Describe(settings, guard, id)))
            .OfType<string>(),
    ];

    // What MSBuild writes of a version that NuGet cannot read.
    private static bool SaysNothing(string line) => line.Contains("MSB4181", StringComparison.Ordinal);

    // The words that may be identities of packages.
    private static IEnumerable<string> Words(string line) => line
        .Split([' ', '\'', '"', ',', ':', ';', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.TrimEnd('.'));

    private static string? Describe(NuGetSettings settings, SourcePattern guard, string id)
    {
        string rule = $"'{guard.Pattern}' comes from the source '{guard.Source}' alone ({guard.File})";
        return settings.Source(guard.Source) switch
        {
            null => $"{rule}, which no configuration file adds or which is disabled: add it under <packageSources>, or enable it.",
            { Feed: { } feed } when !feed.Holds(id) => $"{rule}, the folder {feed.Folder}, which holds no {id}. {Pack(feed.Folder)}",
            _ => null,
        };
    }
}
