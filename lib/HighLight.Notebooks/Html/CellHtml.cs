using System.Globalization;
using System.Net;
using System.Text;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Html;

/// <summary>Cells as HTML.</summary>
/// <param name="showInput">Whether the text of code cells is shown.</param>
/// <param name="language">The language of the cells that name none of their own; null means C#.</param>
/// <param name="filter">What the HTML that the notebook brings goes through; null if it is trusted.</param>
internal sealed class CellHtml(bool showInput, string? language, UntrustedHtml? filter)
{
    private readonly OutputHtml _outputs = new(filter);

    public void Append(StringBuilder page, NotebookCell cell)
    {
        switch (cell)
        {
            case MarkdownCell markdown:
                string html = MarkdownHtml.Render(markdown.Source, markdown.Attachments ?? []);
                page.Append("<section class=\"markdown\">\n").Append(ClosedHtml.Close(filter?.Filter(html) ?? html)).Append("</section>\n");
                break;
            case CodeCell code:
                Append(page, code);
                break;
            case RawCell raw:
                page.Append("<pre class=\"raw\">").Append(WebUtility.HtmlEncode(raw.Source)).Append("</pre>\n");
                break;
        }
    }

    private void Append(StringBuilder page, CodeCell cell)
    {
        if (!showInput && cell.Outputs.IsEmpty)
        {
            return;
        }

        bool failed = cell.Outputs.Any(output => output is ErrorOutput);
        page.Append(failed ? "<section class=\"code failed\">\n" : "<section class=\"code\">\n");
        if (showInput && cell.Source.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"count\">[{cell.ExecutionCount}]</div>\n");
            page.Append("<pre class=\"source\"><code>").Append(Source(cell)).Append("</code></pre>\n");
        }

        foreach (var output in cell.Outputs)
        {
            page.Append(_outputs.Render(output));
        }

        page.Append("</section>\n");
    }

    // Words of other languages are not marked: nothing here knows them.
    private string Source(CodeCell cell) =>
        (cell.Language ?? language) is { } own && !CellLanguage.IsCSharp(own)
            ? WebUtility.HtmlEncode(cell.Source)
            : CSharpHtml.Render(cell.Source);
}
