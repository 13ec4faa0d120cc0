using HighLight.Commands.Formatting;

namespace HighLight.Commands.Progress;

/// <summary>How warnings are told to a person: <c>warning: notebook.ipynb: message</c>.</summary>
internal static class NotebookWarning
{
    /// <summary>One warning of a notebook.</summary>
    public static string Describe(string notebook, string message) =>
        $"warning: {TerminalText.Clean(notebook)}: {TerminalText.Clean(message)}";
}
