namespace HighLight.Notebooks.Html.Terminal;

/// <summary>How text of a terminal looks.</summary>
/// <param name="Foreground">The colour of the letters; null for the usual one.</param>
/// <param name="Background">The colour behind them; null for the usual one.</param>
/// <param name="Marks">Bold and the like.</param>
/// <param name="Link">The page that the text leads to; null for none.</param>
internal sealed record TerminalStyle(TerminalColor? Foreground, TerminalColor? Background, TerminalMarks Marks, string? Link)
{
    public static TerminalStyle Plain { get; } = new(null, null, TerminalMarks.None, null);
}
