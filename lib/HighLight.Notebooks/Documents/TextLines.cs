namespace HighLight.Notebooks.Documents;

/// <summary>Splits text the way Python's <c>str.splitlines(True)</c> does, which is how Jupyter stores it.</summary>
internal static class TextLines
{
    /// <summary>The lines, each with its line end; no line for empty text. Joined they are the text again.</summary>
    public static IEnumerable<string> Split(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsLineEnd(text[i]))
            {
                continue;
            }

            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
            }

            yield return text[start..(i + 1)];
            start = i + 1;
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    // Python: LF, CR, VT, FF, the file, group and record separators, NEL, and the Unicode line and paragraph separators.
    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\u0085' or '\u2028' or '\u2029';
}
