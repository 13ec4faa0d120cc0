namespace HighLight.Notebooks.Html.Terminal;

/// <summary>Characters of one style that stand side by side in the text; a start of -1 stands for one blank.</summary>
internal readonly record struct TerminalRun(int Start, int Length, TerminalStyle Style);
