using System.Globalization;
using HighLight.Commands.Formatting;
using HighLight.Commands.Hosting;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Progress;

/// <summary>How failures are told to a person: <c>notebook.ipynb [cell 3] line 2: System.InvalidOperationException: message</c>.</summary>
internal static class NotebookFailure
{
    /// <summary>One error of a cell.</summary>
    public static string Describe(string notebook, CellError error)
    {
        var line = error.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $" line {number}") : "";
        var name = error.Name.Length == 0 ? "" : error.Name + ": ";
        return string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Clean(notebook)} [cell {error.Cell}]{line}: {TerminalText.Clean(name + error.Message)}");
    }

    /// <summary>
    /// Everything that went wrong in a notebook, an entry each; empty when nothing did. Errors that are allowed are left out.
    /// </summary>
    public static IEnumerable<string> Describe(NotebookResult result)
    {
        foreach (var error in result.Errors.Where(error => !result.Allows(error)))
        {
            yield return Describe(result.Job.Name, error);
        }

        if (result.Message is { } message)
        {
            var cell = result.EndedIn is { } number ? string.Create(CultureInfo.InvariantCulture, $" [cell {number}]") : "";
            yield return $"{TerminalText.Clean(result.Job.Name)}{cell}: {TerminalText.Clean(message)}";
        }
    }
}
