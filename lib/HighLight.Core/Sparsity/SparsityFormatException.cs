using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HighLight.Sparsity;

/// <summary>A text is not the sparsity specification, pattern or family that was asked for.</summary>
public sealed class SparsityFormatException : FormatException
{
    /// <summary>Creates the exception for all violations found in <paramref name="text"/>.</summary>
    public SparsityFormatException(string text, string expected, ImmutableArray<SparsityError> errors)
        : base(Describe(text, expected, errors))
    {
        Text = text;
        Errors = errors;
    }

    /// <summary>The text that was read.</summary>
    public string Text { get; }

    /// <summary>Every violation, in the order of their positions.</summary>
    public ImmutableArray<SparsityError> Errors { get; }

    private static string Describe(string text, string expected, ImmutableArray<SparsityError> errors)
    {
        const int Shown = 200;
        var message = new StringBuilder();
        message.Append(CultureInfo.InvariantCulture, $"'{(text.Length > Shown ? text[..Shown] + "…" : text)}' is not a {expected}:");
        foreach (var error in errors)
        {
            message.Append(CultureInfo.InvariantCulture, $"\n  character {error.Position + 1}: {error.Message} {error.Fix}");
        }

        return message.ToString();
    }
}
