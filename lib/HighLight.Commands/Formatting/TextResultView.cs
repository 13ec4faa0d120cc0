namespace HighLight.Commands.Formatting;

/// <summary>Results as plain text, for a terminal or a file.</summary>
/// <param name="output">Where the text goes.</param>
/// <param name="width">The most columns of a line, 1 or more; null for no limit.</param>
internal sealed class TextResultView(TextWriter output, int? width = null) : IResultView
{
    /// <inheritdoc/>
    public void Show(ResultTable table)
    {
        foreach (var line in TableText.Lines(table, width))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
    }

    /// <summary>Text has no figures.</summary>
    public void Show(ResultFigure figure)
    {
    }

    /// <inheritdoc/>
    public void Write(string line)
    {
        foreach (var part in TextWrap.Lines(line, width ?? int.MaxValue, hanging: 2))
        {
            output.WriteLine(part);
        }
    }
}
