using System.Globalization;
using HighLight.Commands.Formatting;
using HighLight.Experiments.Display;

namespace HighLight.Interactive.Directives;

/// <summary>Results of a verb as outputs of a cell, in order: tables and figures as HTML and as text, lines between them as text.</summary>
/// <param name="show">Receives each output, as texts by MIME type.</param>
internal sealed class CellView(Action<IReadOnlyDictionary<string, string>> show) : IResultView
{
    /// <summary>Receives text; it becomes an output with the next table or figure, or with <see cref="Flush"/>.</summary>
    public StringWriter Text { get; } = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <inheritdoc/>
    public void Show(ResultTable table)
    {
        Flush();
        var view = new TableView(
            [.. table.Columns.Select(column => column.Header)],
            [.. table.Columns.Select(column => column.IsNumber)],
            table.Rows,
            HiddenRows: 0);
        Show(view.ToHtml(table.Title), string.Join('\n', TableText.Lines(table)));
    }

    /// <inheritdoc/>
    public void Show(ResultFigure figure)
    {
        Flush();
        IDisplayable drawn = ResultDrawing.Of(figure);
        show(MimeType.All.ToDictionary(mimeType => mimeType, mimeType => drawn.Render(mimeType)!, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public void Write(string line) => Text.WriteLine(line);

    /// <summary>Shows the text that was written since the last output.</summary>
    public void Flush()
    {
        var text = Text.ToString().TrimEnd();
        Text.GetStringBuilder().Clear();
        if (text.Length > 0)
        {
            show(new Dictionary<string, string>(StringComparer.Ordinal) { [MimeType.Plain] = text });
        }
    }

    private void Show(string html, string text) =>
        show(new Dictionary<string, string>(StringComparer.Ordinal) { [MimeType.Html] = html, [MimeType.Plain] = text });
}
