namespace HighLight.Commands.Formatting;

/// <summary>Results as plain text.</summary>
/// <param name="output">Where the text goes.</param>
internal sealed class TextResultView(TextWriter output) : IResultView
{
    /// <inheritdoc/>
    public void Show(ResultTable table)
    {
        foreach (var line in TableText.Lines(table))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
    }

    /// <inheritdoc/>
    public void Write(string line) => output.WriteLine(line);
}
