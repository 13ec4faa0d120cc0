using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// A package that one section of the configuration reserves for a source and the other gives to another one. NuGet would follow the
/// closer pattern, so the reservation would be void without a word: nothing is restored then.
/// </summary>
/// <param name="Id">The package.</param>
/// <param name="Reserved">What reserves it.</param>
/// <param name="Mapped">What gives it to another source.</param>
internal sealed record SourceContradiction(string Id, SourcePattern Reserved, SourcePattern Mapped)
{
    /// <summary>Those among some packages.</summary>
    public static ImmutableArray<SourceContradiction> Find(NuGetSettings settings, IEnumerable<string> ids) =>
    [
        .. ids.Distinct(StringComparer.OrdinalIgnoreCase).Select(id => Find(settings, id)).OfType<SourceContradiction>(),
    ];

    /// <summary>Both rules and the fix.</summary>
    public override string ToString() =>
        $"{Id}: '{Reserved.Pattern}' is reserved for the source '{Reserved.Source}' (<notebookSourceMapping> in {Reserved.File}), but "
        + $"'{Mapped.Pattern}' is given to the source '{Mapped.Source}' (<packageSourceMapping> in {Mapped.File}). "
        + $"Name the same source for {Id} in both, or remove one of the two lines.";

    private static SourceContradiction? Find(NuGetSettings settings, string id)
    {
        var reserved = SourcePattern.Closest(settings.Reserved, id);
        var mapped = SourcePattern.Closest(settings.Mapping, id);
        return reserved is [var rule, ..] && mapped is [var other, ..] && other.Closeness >= rule.Closeness
            && mapped.FirstOrDefault(entry => !reserved.Any(guard => IsSame(settings, guard.Source, entry.Source))) is { } rival
                ? new(id, rule, rival)
                : null;
    }

    // By name, or by place: a source may have two names.
    private static bool IsSame(NuGetSettings settings, string name, string other) =>
        string.Equals(name, other, StringComparison.OrdinalIgnoreCase)
        || (settings.Source(name) is { } source && settings.Source(other) is { } second
            && PackageOrigin.Comparer.Equals(PackageOrigin.Normalize(source.Location), PackageOrigin.Normalize(second.Location)));
}
