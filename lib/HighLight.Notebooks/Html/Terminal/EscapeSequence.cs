namespace HighLight.Notebooks.Html.Terminal;

/// <summary>An escape sequence of a terminal.</summary>
/// <param name="Kind">What introduces it: '[' for a control sequence, ']' for an operating system command, another character for the
/// rest.</param>
/// <param name="Start">Where what it says begins, after the introducer.</param>
/// <param name="Length">The length of what it says, for a control sequence with its final character.</param>
/// <param name="End">Where the text goes on.</param>
internal readonly record struct EscapeSequence(char Kind, int Start, int Length, int End);
