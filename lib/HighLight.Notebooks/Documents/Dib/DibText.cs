namespace HighLight.Notebooks.Documents.Dib;

/// <summary>The text of a cell as a .dib file holds it: lines, without blank ones at its start and end.</summary>
internal static class DibText
{
    /// <summary>The lines of a text or file; CR LF, LF and CR end one, as the C# compiler sees it.</summary>
    public static string[] Lines(string text) => WithLineFeeds(text).Split('\n');

    public static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>The lines as the text of a cell.</summary>
    public static string Join(IReadOnlyList<string> lines)
    {
        int start = 0;
        int end = lines.Count;
        while (start < end && lines[start].Length == 0)
        {
            start++;
        }

        while (end > start && lines[end - 1].Length == 0)
        {
            end--;
        }

        return string.Join('\n', lines.Skip(start).Take(end - start));
    }
}
