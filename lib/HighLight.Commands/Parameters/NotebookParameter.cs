using System.Text.Json;

namespace HighLight.Commands.Parameters;

/// <summary>A value for a variable that a notebook declares in its cell tagged <c>parameters</c>.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Value">A string, number, truth value or null, or an array of such.</param>
/// <param name="IsText">Whether the value is text, from the command line, to be read as the variable's type asks.</param>
internal sealed record NotebookParameter(string Name, JsonElement Value, bool IsText)
{
    /// <summary>The parameter as the command line gives it.</summary>
    public static NotebookParameter OfText(string name, string text) => new(name, JsonSerializer.SerializeToElement(text), IsText: true);
}
