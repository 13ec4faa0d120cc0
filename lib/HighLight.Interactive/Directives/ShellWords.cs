using System.Collections.Immutable;
using System.Text;

namespace HighLight.Interactive.Directives;

/// <summary>
/// A line split into arguments as a POSIX shell does it: spaces separate, quotes hold together, a backslash takes the next character as
/// it is.
/// </summary>
internal static class ShellWords
{
    /// <summary>The arguments. Nothing is expanded, and <c>&gt;</c>, <c>|</c> and <c>;</c> are characters like others.</summary>
    /// <exception cref="FormatException">A quote is not closed, or the line ends with a backslash.</exception>
    public static ImmutableArray<string> Split(string line)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        StringBuilder? word = null;
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case ' ' or '\t' or '\r' or '\n':
                    if (word is not null)
                    {
                        words.Add(word.ToString());
                        word = null;
                    }

                    break;
                case '\'' or '"':
                    i = ReadQuoted(line, i, word ??= new());
                    break;
                case '\\':
                    (word ??= new()).Append(++i < line.Length
                        ? line[i]
                        : throw new FormatException("The line ends with a backslash: write two for one, or remove it."));
                    break;
                default:
                    (word ??= new()).Append(line[i]);
                    break;
            }
        }

        if (word is not null)
        {
            words.Add(word.ToString());
        }

        return words.ToImmutable();
    }

    /// <summary>Appends what a quote holds; in double quotes a backslash quotes itself and a double quote.</summary>
    /// <returns>The place of the closing quote.</returns>
    private static int ReadQuoted(string line, int start, StringBuilder word)
    {
        var quote = line[start];
        for (var i = start + 1; i < line.Length; i++)
        {
            if (line[i] == quote)
            {
                return i;
            }

            if (quote == '"' && line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '"' or '\\')
            {
                i++;
            }

            word.Append(line[i]);
        }

        throw new FormatException(
            Invariant($"The quote {quote} at character {start + 1} is not closed: write another {quote} at the end of its argument."));
    }
}
