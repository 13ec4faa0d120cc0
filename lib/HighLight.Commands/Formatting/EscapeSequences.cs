using System.Text.RegularExpressions;

namespace HighLight.Commands.Formatting;

/// <summary>The escape sequences by which text colours, moves or names something on a terminal.</summary>
internal static partial class EscapeSequences
{
    /// <summary>The text without its complete sequences; what is left of a broken one is up to the caller.</summary>
    public static string Remove(string text) => text.Contains('\u001b', StringComparison.Ordinal) ? Sequence().Replace(text, "") : text;

    // Colours and movements (CSI), names and links (OSC, ended by BEL or ST), and the short ones of two characters.
    [GeneratedRegex(
        @"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[ -/]*[0-OQ-WYZ\\^_a-z])",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Sequence();
}
