namespace HighLight.Notebooks.Html;

/// <summary>Where content that is not markup ends.</summary>
internal static class HtmlTextEnd
{
    /// <summary>The end of a comment, a declaration or an instruction.</summary>
    /// <param name="html">The text.</param>
    /// <param name="start">Where its '&lt;' stands.</param>
    /// <returns>The position after it; null if it does not end.</returns>
    public static int? OfComment(string html, int start)
    {
        if (!IsAt(html, start, "<!--"))
        {
            return After(html, start, ">");
        }

        // "<!-->" is a whole comment.
        int? usual = After(html, start + 2, "-->");
        int? odd = After(html, start + 4, "--!>");
        return odd < usual || usual is null ? odd : usual;
    }

    /// <summary>
    /// The end of a CDATA section: in HTML it ends at the first '&gt;', in SVG with its brackets, which must make no difference.
    /// </summary>
    /// <param name="html">The text.</param>
    /// <param name="start">Where its '&lt;' stands.</param>
    /// <returns>The position after it; null if it does not end or if there is a difference.</returns>
    public static int? OfCharacterData(string html, int start) =>
        After(html, start, "]]>") is { } end && html.IndexOf('<', start + 1, end - start - 1) < 0 ? end : null;

    /// <summary>The end tag of an element whose content is text.</summary>
    /// <param name="html">The text.</param>
    /// <param name="start">Where the content begins.</param>
    /// <param name="name">The name of the element.</param>
    /// <returns>Where the '&lt;' of the end tag stands; null if there is none.</returns>
    public static int? OfElement(string html, int start, string name)
    {
        bool escaped = false;
        bool doubly = false;
        bool script = name is "script";
        for (int i = Next(html, start); i < html.Length; i = Next(html, i + 1))
        {
            if (html[i] == '<' && IsAt(html, i + 1, "/") && HtmlTagScanner.IsTag(html, i + 1, name) && i + 2 + name.Length < html.Length)
            {
                if (!doubly)
                {
                    return i;
                }

                doubly = false;
            }
            else if (script && !escaped && IsAt(html, i, "<!--"))
            {
                escaped = true;
                i++; // its dashes may belong to the end as well
            }
            else if (escaped && IsAt(html, i, "-->"))
            {
                escaped = doubly = false;
            }
            else if (escaped && html[i] == '<' && HtmlTagScanner.IsTag(html, i, name))
            {
                doubly = true;
            }
        }

        return null;
    }

    public static bool IsAt(string html, int position, string text) =>
        position <= html.Length && string.CompareOrdinal(html, position, text, 0, text.Length) == 0;

    // Where something may begin that counts.
    private static int Next(string html, int from) =>
        from < html.Length && html.AsSpan(from).IndexOfAny('<', '-') is >= 0 and var found ? from + found : html.Length;

    private static int? After(string html, int start, string end) =>
        start <= html.Length && html.IndexOf(end, start, StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : null;
}
