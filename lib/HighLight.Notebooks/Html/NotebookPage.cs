using System.Globalization;
using System.Net;
using System.Text;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Html;

/// <summary>
/// A notebook as one HTML page that needs no other file. Code and text are escaped; HTML that a cell showed, scripts included, and HTML within Markdown
/// go into the page as they are: a page deserves the trust that its notebook deserves. The same notebook always gives the same bytes.
/// </summary>
public static class NotebookPage
{
    /// <summary>Renders the page.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="name">The page's title if the notebook has none of its own, such as its file name.</param>
    /// <param name="options">What goes into it.</param>
    /// <returns>The page in UTF-8.</returns>
    public static byte[] Render(NotebookDocument document, string name, PageOptions options)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{WebUtility.HtmlEncode(document.Title ?? name)}</title>\n<style>\n{PageStyle.Css}</style>\n</head>\n<body>\n<main>\n");
        foreach (var cell in document.Cells)
        {
            Append(page, cell, options);
        }

        return Encoding.UTF8.GetBytes(page.Append("</main>\n</body>\n</html>\n").ToString());
    }

    private static void Append(StringBuilder page, NotebookCell cell, PageOptions options)
    {
        switch (cell)
        {
            case MarkdownCell markdown:
                page.Append("<section class=\"markdown\">\n").Append(MarkdownHtml.Render(markdown.Source, markdown.Attachments ?? [])).Append("</section>\n");
                break;
            case CodeCell code:
                Append(page, code, options);
                break;
            case RawCell raw:
                page.Append("<pre class=\"raw\">").Append(WebUtility.HtmlEncode(raw.Source)).Append("</pre>\n");
                break;
        }
    }

    private static void Append(StringBuilder page, CodeCell cell, PageOptions options)
    {
        bool failed = cell.Outputs.Any(output => output is ErrorOutput);
        page.Append(failed ? "<section class=\"code failed\">\n" : "<section class=\"code\">\n");
        if (options.ShowInput && cell.Source.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"count\">[{cell.ExecutionCount}]</div>\n");
            page.Append("<pre class=\"source\"><code>").Append(CSharpHtml.Render(cell.Source)).Append("</code></pre>\n");
        }

        foreach (var output in cell.Outputs)
        {
            page.Append(OutputHtml.Render(output));
        }

        page.Append("</section>\n");
    }
}
