using System.Globalization;

namespace HighLight.Commands.Completion;

/// <summary>
/// A call of a shell for completions, in the form that programs built on System.CommandLine share:
/// <c>[suggest:POSITION] "COMMAND LINE"</c>. Without a position the cursor is at the end.
/// </summary>
/// <param name="Text">The command line that is being typed.</param>
/// <param name="Position">The place of the cursor.</param>
internal sealed record SuggestRequest(string Text, int Position)
{
    private const string Directive = "[suggest";

    /// <summary>The request; null when the arguments are another command line.</summary>
    public static SuggestRequest? Read(IReadOnlyList<string> arguments)
    {
        if (arguments is not [var directive, ..] || !directive.StartsWith(Directive, StringComparison.Ordinal) || !directive.EndsWith(']'))
        {
            return null;
        }

        var text = arguments.Count == 1 ? "" : arguments[^1];
        return directive[Directive.Length..^1] switch
        {
            "" => new(text, text.Length),
            [':', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var position) =>
                new(text, position),
            _ => null,
        };
    }

    /// <summary>Writes the answer, a value on a line.</summary>
    public static void Answer(Completions completions, TextWriter output)
    {
        foreach (var value in completions.Values)
        {
            output.WriteLine(value);
        }

        output.Flush();
    }
}
