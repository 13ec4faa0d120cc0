using Spectre.Console;

namespace HighLight.Commands.Formatting;

/// <summary>How many columns of a terminal a text takes: two for most East Asian characters, none for a combining mark.</summary>
internal static class TextWidth
{
    /// <summary>The width of <paramref name="text"/>, which holds no control character.</summary>
    public static int Of(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text.GetCellWidth() : text.Length;

    /// <summary>The text filled with spaces up to <paramref name="width"/>, on its left if it goes <paramref name="toTheRight"/>.</summary>
    public static string Pad(string text, int width, bool toTheRight)
    {
        var spaces = new string(' ', Math.Max(0, width - Of(text)));
        return toTheRight ? spaces + text : text + spaces;
    }
}
