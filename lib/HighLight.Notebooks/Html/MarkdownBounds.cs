namespace HighLight.Notebooks.Html;

/// <summary>
/// Which texts the Markdown parser gets. Where a link or attributes begin but do not end it reads on to the end of the paragraph, for each beginning
/// again, and among headings of one text it counts from the first each time: such texts would take it hours.
/// </summary>
internal static class MarkdownBounds
{
    /// <summary>Longer texts are shown as they are, in characters.</summary>
    public const int LongestText = 8 * 1024 * 1024;

    /// <summary>With more headings than these, in lines, headings are no targets of links.</summary>
    public const int MostHeadings = 2000;

    // Beginnings times characters, summed over the paragraphs: about two seconds of the parser.
    private const long MostWork = 1_000_000_000;

    /// <summary>Whether the parser will be done with the text in reasonable time.</summary>
    public static bool IsSensible(string markdown)
    {
        if (markdown.Length > LongestText)
        {
            return false;
        }

        long work = 0;
        long beginnings = 0;
        int length = 0;
        foreach (var range in markdown.AsSpan().Split('\n'))
        {
            var line = markdown.AsSpan(range);
            if (line.Trim(" \t\r").IsEmpty)
            {
                work += beginnings * length;
                (beginnings, length) = (0, 0);
                continue;
            }

            beginnings += line.Count("](") + line.Count('{');
            length += line.Length;
        }

        return work + (beginnings * length) <= MostWork;
    }

    /// <summary>Whether there may be more headings than <see cref="MostHeadings"/>: a line with "#", or one that ends as an underline does.</summary>
    public static bool HasManyHeadings(string markdown)
    {
        int headings = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            headings += line.Contains('#') || line.TrimEnd() is [.., '=' or '-'] ? 1 : 0;
        }

        return headings > MostHeadings;
    }
}
