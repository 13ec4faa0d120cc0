namespace HighLight;

/// <summary>Which of a few known names a misspelt one was meant to be.</summary>
public static class NearestName
{
    /// <summary>Names longer than this are no slip of a finger.</summary>
    private const int LongestCompared = 64;

    /// <summary>
    /// The known name with the fewest typing errors (letters too many, missing, wrong or exchanged with their neighbour; case does not count); the first of
    /// several. Null when none is near: more errors than a third of the name, at least one.
    /// </summary>
    public static string? Find(string text, IEnumerable<string> known)
    {
        if (text.Length > LongestCompared)
        {
            return null;
        }

        return known
            .Select(name => (Name: name, Errors: Errors(text.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.Errors <= Math.Max(1, candidate.Name.Length / 3))
            .OrderBy(candidate => candidate.Errors)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>The sentences that a message about an unknown name ends with: the nearest name, if any, and all that are known.</summary>
    public static string Advice(string text, IReadOnlyCollection<string> known) =>
        $"{(Find(text, known) is { } nearest ? $"Did you mean {nearest}? " : "")}Known: {string.Join(", ", known)}.";

    /// <summary>The optimal string alignment distance.</summary>
    private static int Errors(string a, string b)
    {
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
