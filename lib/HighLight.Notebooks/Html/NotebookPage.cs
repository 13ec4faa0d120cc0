using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using System.Text;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Html;

/// <summary>
/// A notebook as one HTML page that needs no other file. Code and text are escaped; HTML of outputs and of Markdown goes into the page as
/// it is, but scripts do not run and nothing loads from the network unless the notebook is trusted.
/// </summary>
/// <remarks>The same notebook always gives the same bytes.</remarks>
public static class NotebookPage
{
    // The lexer of C# and the parser of Markdown call themselves for what is nested; the bounds on nesting are far below this.
    private const int StackSize = 16 * 1024 * 1024;

    /// <summary>Renders the page.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="name">The page's title if the notebook has none of its own, such as its file name.</param>
    /// <param name="options">What goes into it.</param>
    /// <returns>The page in UTF-8.</returns>
    public static byte[] Render(NotebookDocument document, string name, PageOptions options)
    {
        byte[] page = [];
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(() => thrown = Catch(() => page = RenderHere(document, name, options)), StackSize);
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return page;
    }

    private static ExceptionDispatchInfo? Catch(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }

    private static byte[] RenderHere(NotebookDocument document, string name, PageOptions options)
    {
        var filter = options.Trust ? null : new UntrustedHtml();
        var cells = new CellHtml(options.ShowInput, document.Language, filter);
        var content = new StringBuilder();
        foreach (var cell in document.Cells)
        {
            cells.Append(content, cell);
        }

        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n").Append(filter is null ? "" : ContentPolicy.Head);
        page.Append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"<title>{WebUtility.HtmlEncode(document.Title ?? name)}</title>\n<style>\n{PageStyle.Css}</style>\n");
        page.Append("</head>\n<body>\n<main>\n").Append(filter is { IsNeeded: true } ? ContentPolicy.Note : "");
        return Encoding.UTF8.GetBytes(page.Append(content).Append("</main>\n</body>\n</html>\n").ToString());
    }
}
