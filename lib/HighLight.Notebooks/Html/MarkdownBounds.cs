using System.Buffers;

namespace HighLight.Notebooks.Html;

/// <summary>
/// Which texts the Markdown parser gets. Where a link, an address or attributes begin but do not end it reads on, for each beginning again,
/// and among headings of one text it counts from the first each time: such texts would take it hours.
/// </summary>
internal static class MarkdownBounds
{
    /// <summary>Longer texts are shown as they are, in characters.</summary>
    public const int LongestText = 8 * 1024 * 1024;

    /// <summary>With more headings than these, in lines, headings are not targets of links.</summary>
    public const int MostHeadings = 2000;

    /// <summary>How many quotes and lists may begin in one line; the parser itself stops at 128 within one another.</summary>
    public const int MostMarkers = 500;

    /// <summary>How many cells tables may have; each line of a table gets as many as its widest line.</summary>
    public const long MostCells = 200_000;

    private static readonly SearchValues<char> Starts = SearchValues.Create(" \t\r>-*+:.)0123456789");

    // Beginnings times the characters that are read for each: about two seconds of the parser.
    private const long MostWork = 1_000_000_000;

    /// <summary>Whether the parser will be done with the text in reasonable time.</summary>
    public static bool IsSensible(string markdown)
    {
        if (markdown.Length > LongestText)
        {
            return false;
        }

        var tables = default(TableBounds);
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
                tables.EndBlock();
                continue;
            }

            if (Markers(line) > MostMarkers)
            {
                return false;
            }

            tables.Add(line);
            work += AddressWork(line);
            beginnings += line.Count("](") + line.Count("]:") + line.Count('{');
            length += line.Length;
        }

        tables.EndBlock();
        return work + (beginnings * length) <= MostWork && tables.Cells <= MostCells;
    }

    /// <summary>
    /// Whether there may be more headings than <see cref="MostHeadings"/>: a line with "#", or one that ends as an underline does.
    /// </summary>
    public static bool HasManyHeadings(string markdown)
    {
        int headings = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            headings += line.Contains('#') || line.TrimEnd() is [.., '=' or '-'] ? 1 : 0;
        }

        return headings > MostHeadings;
    }

    // A quote's mark needs no blank after it, a list's does. A line of one kind of mark is a rule across the page.
    private static int Markers(ReadOnlySpan<char> line)
    {
        int end = line.IndexOfAnyExcept(Starts);
        var start = end < 0 ? line : line[..end];
        int markers = 0;
        for (int i = 0; i < start.Length; i++)
        {
            bool blank = i + 1 == start.Length || start[i + 1] is ' ' or '\t';
            markers += start[i] == '>' || (blank && start[i] is ('-' or '*' or '+' or ':' or '.' or ')')) ? 1 : 0;
        }

        int blanks = start.Count(' ') + start.Count('\t') + start.Count('\r');
        return end < 0 && (start.Count('-') == start.Length - blanks || start.Count('*') == start.Length - blanks) ? 0 : markers;
    }

    // An address is read to the next blank.
    private static long AddressWork(ReadOnlySpan<char> line)
    {
        long work = 0;
        foreach (var range in line.SplitAny(' ', '\t'))
        {
            var word = line[range];
            work += word.Length * (long)(word.Count("://") + word.Count("www.") + word.Count("mailto:"));
        }

        return work;
    }
}
