namespace HighLight;

/// <summary>Which of a few known names a misspelt one was meant to be.</summary>
public static class NearestName
{
    /// <summary>Names longer than this are no slip of a finger.</summary>
    private const int LongestCompared = 64;

    /// <summary>The same for names made of parts.</summary>
    private const int LongestPartCompared = 256;

    /// <summary>
    /// The known name with the fewest typing errors (letters too many, missing, wrong or exchanged with their neighbour; case does not count); the first of
    /// several. Null when none is near: more errors than a third of the name, at least one.
    /// </summary>
    public static string? Find(string text, IEnumerable<string> known) => text.Length > LongestCompared
        ? null
        : Nearest(known.Select(name => (name, Errors(text, name), Math.Max(1, name.Length / 3))));

    /// <summary>
    /// As <see cref="Find"/>, among long names made of parts, as those in models are: the first that contains the text; else the nearest, where the text
    /// may also stand for the beginning of a name.
    /// </summary>
    public static string? FindPart(string text, IEnumerable<string> known)
    {
        if (text.Length is 0 or > LongestPartCompared)
        {
            return null;
        }

        string[] names = [.. known.Where(name => name.Length is > 0 and <= LongestPartCompared)];
        return Array.Find(names, name => name.Contains(text, StringComparison.OrdinalIgnoreCase))
            ?? Nearest(names.Select(name => (
                name,
                Math.Min(Errors(text, name), 1 + Errors(text, name[..Math.Min(name.Length, text.Length)])),
                Math.Max(1, text.Length / 3))));
    }

    /// <summary>The sentences that a message about an unknown name ends with: the nearest name, if any, and all that are known.</summary>
    public static string Advice(string text, IReadOnlyCollection<string> known) =>
        $"{(Find(text, known) is { } nearest ? $"Did you mean {nearest}? " : "")}Known: {string.Join(", ", known)}.";

    private static string? Nearest(IEnumerable<(string Name, int Errors, int Most)> candidates) => candidates
        .Where(candidate => candidate.Errors <= candidate.Most)
        .OrderBy(candidate => candidate.Errors)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>The optimal string alignment distance; case does not count.</summary>
    private static int Errors(string text, string name)
    {
        var (a, b) = (text.ToUpperInvariant(), name.ToUpperInvariant());
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
