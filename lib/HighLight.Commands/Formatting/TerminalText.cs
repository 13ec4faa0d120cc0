using System.Text;

namespace HighLight.Commands.Formatting;

/// <summary>Makes text that comes from a notebook fit to be printed on a terminal.</summary>
internal static class TerminalText
{
    /// <summary>Characters of the longest text printed; the rest of a longer one is cut off.</summary>
    public const int MaximumLength = 20_000;

    /// <summary>
    /// The text with lines after the first one indented by <paramref name="indent"/> spaces, line ends made <c>\n</c>, without escape
    /// sequences (they could repaint the terminal), and every other control character or mark of direction shown as <c>?</c>.
    /// </summary>
    public static string Clean(string text, int indent = 4)
    {
        var cut = text.Length > MaximumLength;
        var clean = new StringBuilder();
        foreach (var character in EscapeSequences.Remove(cut ? text[..MaximumLength] : text).AsSpan().TrimEnd())
        {
            if (character == '\n')
            {
                clean.Append('\n').Append(' ', indent);
            }
            else if (character != '\r')
            {
                clean.Append(IsUnfit(character) ? '?' : character);
            }
        }

        return cut ? clean.Append(" … (cut)").ToString() : clean.ToString();
    }

    private static bool IsUnfit(char character) =>
        (char.IsControl(character) && character != '\t')
        || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
