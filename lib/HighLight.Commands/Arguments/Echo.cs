using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HighLight.Commands.Arguments;

/// <summary>Makes a word of the command line fit to be repeated in a message.</summary>
internal static partial class Echo
{
    /// <summary>Characters of the longest word repeated; the rest of a longer one is cut off.</summary>
    public const int MaximumLength = 100;

    /// <summary>The word on one line, without escape sequences, control characters and signs that turn the direction of text.</summary>
    public static string Of(string word)
    {
        var clean = new StringBuilder();
        foreach (var character in WithoutEscapes(word).EnumerateRunes())
        {
            if (clean.Length >= MaximumLength)
            {
                return clean.Append('…').ToString();
            }

            if (Rune.IsWhiteSpace(character))
            {
                clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                clean.Append(character);
            }
        }

        return clean.ToString();
    }

    /// <summary>The text without the sequences that a terminal takes as commands.</summary>
    public static string WithoutEscapes(string text) => EscapeSequence().Replace(text, "");

    /// <summary>CSI, then OSC and the other strings up to their end, then any other escape with the character behind it.</summary>
    [GeneratedRegex(
        @"(\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex EscapeSequence();
}
