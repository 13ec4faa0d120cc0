using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>Packages that a source is named for.</summary>
/// <param name="Source">The name of the source.</param>
/// <param name="Pattern">An identity, or the beginning of identities with <c>*</c> after it; letter case does not matter.</param>
/// <param name="File">The configuration file that says so.</param>
internal sealed record SourcePattern(string Source, string Pattern, string File)
{
    /// <summary>The pattern that every package matches.</summary>
    public const string All = "*";

    /// <summary>Whether every package matches.</summary>
    public bool MatchesAll => Pattern is All;

    /// <summary>Of two patterns that match, NuGet takes the one with the higher value: an identity, then the longer beginning.</summary>
    public int Closeness => IsPrefix ? Pattern.Length : int.MaxValue;

    private bool IsPrefix => Pattern.EndsWith('*');

    /// <summary>Of the patterns that a package matches, the closest one, of each source that has it.</summary>
    public static ImmutableArray<SourcePattern> Closest(IEnumerable<SourcePattern> patterns, string id)
    {
        var matches = patterns.Where(entry => entry.Matches(id)).ToImmutableArray();
        return matches.IsEmpty ? [] : [.. matches.Where(entry => entry.Closeness == matches.Max(other => other.Closeness))];
    }

    /// <summary>Whether a package matches.</summary>
    public bool Matches(string id) => IsPrefix
        ? id.StartsWith(Pattern[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(id, Pattern, StringComparison.OrdinalIgnoreCase);
}
