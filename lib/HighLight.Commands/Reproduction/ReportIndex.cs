using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using HighLight.Commands.Formatting;
using HighLight.Commands.Hosting;
using HighLight.Commands.Progress;

namespace HighLight.Commands.Reproduction;

/// <summary>The first page of the report: every notebook with its state and a link to its page, then the comparison with the paper.</summary>
internal static class ReportIndex
{
    /// <summary>File name of the page.</summary>
    public const string FileName = "index.html";

    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; background: #fff }
        table { border-collapse: collapse; margin: 1rem 0 2rem; width: 100% }
        th, td { text-align: left; padding: .35rem .75rem; border-bottom: 1px solid #d0d7de; vertical-align: top }
        td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
        .passed { color: #116329 } .failed { color: #a40e26; font-weight: 600 } small { color: #57606a } pre { white-space: pre-wrap }
        """;

    /// <summary>
    /// The whole page. It holds no time, so equal results make equal pages. A notebook is linked when its page
    /// exists beside this one.
    /// </summary>
    /// <param name="results">The notebooks, in the order shown.</param>
    /// <param name="summary">The comparison.</param>
    /// <param name="hasPage">Whether a notebook's page was written.</param>
    public static string Render(ImmutableArray<NotebookResult> results, Summary summary, Func<NotebookResult, bool> hasPage)
    {
        var html = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>HighLight Notebooks: report</title>\n<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n")
            .Append("<h1>HighLight Notebooks: report</h1>\n")
            .Append("<p>").Append(Escape(BatchReport.Counts(results))).Append(".</p>\n");
        AppendNotebooks(html, results, hasPage);
        AppendComparison(html, summary);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendNotebooks(StringBuilder html, ImmutableArray<NotebookResult> results, Func<NotebookResult, bool> hasPage)
    {
        html.Append("<h2>Notebooks</h2>\n<table>\n<tr><th>notebook</th><th>state</th><th>cells</th></tr>\n");
        foreach (var result in results)
        {
            var status = new NotebookProgress(result.Job.Name) { Outcome = result.Outcome }.Status;
            var name = Escape(result.Job.Name);
            var page = hasPage(result) && result.Job.Html is { } file ? $"<a href=\"{Escape(Uri.EscapeDataString(Path.GetFileName(file)))}\">{name}</a>" : name;
            var css = result.Outcome == NotebookOutcome.Passed ? "passed" : "failed";
            html.Append("<tr><td>").Append(page).Append("</td><td class=\"").Append(css).Append("\">").Append(Escape(status));
            foreach (var failure in NotebookFailure.Describe(result))
            {
                html.Append("<pre>").Append(Escape(failure)).Append("</pre>");
            }

            html.Append("</td><td class=\"n\">").Append(CultureInfo.InvariantCulture, $"{result.CellsDone}/{result.Cells}").Append("</td></tr>\n");
        }

        html.Append("</table>\n");
    }

    private static void AppendComparison(StringBuilder html, Summary summary)
    {
        html.Append("<h2>Our values beside the paper's</h2>\n");
        if (summary.Rows.IsEmpty)
        {
            html.Append("<p>No experiment wrote a comparison.</p>\n");
        }
        else
        {
            html.Append("<table>\n<tr><th>experiment</th><th>quantity</th><th>our value</th><th>paper value</th><th>ratio</th><th>source and notes</th></tr>\n");
            foreach (var row in summary.Rows)
            {
                var remarks = string.Join(". ", new[] { row.Source, row.Note }.Where(text => text.Length > 0));
                html.Append("<tr><td>").Append(Escape(row.Experiment)).Append("</td><td>").Append(Escape(row.Quantity))
                    .Append("</td><td class=\"n\">").Append(Escape(SummaryFigures.Ours(row)))
                    .Append("</td><td class=\"n\">").Append(Escape(SummaryFigures.Paper(row)))
                    .Append("</td><td class=\"n\">").Append(SummaryFigures.Ratio(row))
                    .Append("</td><td><small>").Append(Escape(remarks)).Append("</small></td></tr>\n");
            }

            html.Append("</table>\n");
        }

        foreach (var problem in summary.Problems)
        {
            html.Append("<p class=\"failed\">").Append(Escape(problem)).Append("</p>\n");
        }
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
