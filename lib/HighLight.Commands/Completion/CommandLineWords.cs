using System.Collections.Immutable;
using System.Text;

namespace HighLight.Commands.Completion;

/// <summary>The words of a command line up to the cursor, quotes taken off.</summary>
/// <param name="Before">The words before the one that is being typed.</param>
/// <param name="Current">What is typed of the last word; empty after a space.</param>
/// <param name="Start">Where the last word begins in the text, its quote included.</param>
/// <param name="IsBegun">Whether anything is typed of the last word, a quote at least.</param>
internal sealed record CommandLineWords(ImmutableArray<string> Before, string Current, int Start, bool IsBegun)
{
    /// <summary>Every word, the last one included if it is begun.</summary>
    public ImmutableArray<string> All => IsBegun ? Before.Add(Current) : Before;

    /// <summary>
    /// Splits as a shell does: at spaces outside of single or double quotes. A backslash outside of quotes takes the meaning off the sign
    /// behind it, but before a letter or a digit it is one of a path; in double quotes it does so before signs that mean something.
    /// </summary>
    public static CommandLineWords Split(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        var start = -1;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (quote == '\0' && char.IsWhiteSpace(character))
            {
                if (start >= 0)
                {
                    words.Add(word.ToString());
                    word.Clear();
                    start = -1;
                }

                continue;
            }

            start = start < 0 ? i : start;
            if (character == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && character is '\'' or '"')
            {
                quote = character;
            }
            else
            {
                var escapes = character == '\\' && i + 1 < text.Length
                    && (quote == '\0' ? !char.IsLetterOrDigit(text[i + 1]) : quote == '"' && text[i + 1] is '"' or '\\' or '$' or '`');
                word.Append(escapes ? text[++i] : character);
            }
        }

        return new(words.ToImmutable(), word.ToString(), start < 0 ? text.Length : start, start >= 0);
    }

    /// <summary>The same without the tool's name or path, if that is the first word and not the only one.</summary>
    public CommandLineWords Without(string tool) =>
        Before is [var first, .. var rest] && Path.GetFileNameWithoutExtension(first).Equals(tool, StringComparison.OrdinalIgnoreCase)
            ? this with { Before = rest }
            : this;
}
