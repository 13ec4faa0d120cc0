using System.Text;

namespace HighLight.Commands.Formatting;

/// <summary>Breaks text into lines at spaces. A word, and so a number, is never broken.</summary>
internal static class TextWrap
{
    /// <summary>The lines of <paramref name="text"/>; only a single word may be longer than <paramref name="width"/>.</summary>
    /// <param name="text">A line without control characters. Spaces before its first word are kept where there is room for them.</param>
    /// <param name="width">The most columns of a line; 1 or more.</param>
    /// <param name="hanging">By how much more than the first line the others are indented, where there is room.</param>
    public static IEnumerable<string> Lines(string text, int width, int hanging = 0)
    {
        if (TextWidth.Of(text) <= width)
        {
            yield return text;
            yield break;
        }

        var indent = text.Length - text.AsSpan().TrimStart(' ').Length;
        var line = new StringBuilder();
        var used = 0;
        var gap = indent;
        foreach (var word in text[indent..].Split(' '))
        {
            // An empty word stands between two spaces: the gap grows.
            if (word.Length == 0)
            {
                gap++;
                continue;
            }

            var length = TextWidth.Of(word);
            if (used > 0 && used + gap + length > width)
            {
                yield return line.ToString();
                line.Clear();
                used = 0;
                gap = indent + hanging;
            }

            gap = used > 0 ? gap : Math.Min(gap, Math.Max(0, width - length));
            line.Append(' ', gap).Append(word);
            used += gap + length;
            gap = 1;
        }

        yield return line.ToString();
    }

    /// <summary>The width of the longest word.</summary>
    public static int LongestWord(string text)
    {
        var longest = 0;
        foreach (var word in text.Split(' '))
        {
            longest = Math.Max(longest, TextWidth.Of(word));
        }

        return longest;
    }
}
