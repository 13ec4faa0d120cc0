namespace HighLight.Models;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    private const int LongestCompared = 256;

    /// <summary>
    /// The first name that contains the text or, when none does, the one with the smallest edit distance, of the whole or of its start (names
    /// in models end in long suffixes); null without names.
    /// </summary>
    public static string? Of(string text, IEnumerable<string> names)
    {
        var candidates = names.Where(name => name.Length > 0).ToList();
        return candidates.Find(name => text.Length > 0 && name.Contains(text, StringComparison.OrdinalIgnoreCase))
            ?? candidates.MinBy(name => Math.Min(Distance(text, name), 1 + Distance(text, name[..Math.Min(name.Length, text.Length)])));
    }

    private static int Distance(string a, string b)
    {
        var left = a.AsSpan(0, Math.Min(a.Length, LongestCompared));
        var right = b.AsSpan(0, Math.Min(b.Length, LongestCompared));
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var substitute = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(substitute, 1 + Math.Min(diagonal, row[j]));
            }
        }

        return row[^1];
    }
}
