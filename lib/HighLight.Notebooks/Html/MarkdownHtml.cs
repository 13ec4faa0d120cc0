using System.Collections.Immutable;
using System.Net;
using HighLight.Notebooks.Documents;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HighLight.Notebooks.Html;

/// <summary>Markdown as HTML, with attached pictures in place. Text that <see cref="MarkdownBounds"/> refuses is shown as it is.</summary>
internal static class MarkdownHtml
{
    private const string AttachmentScheme = "attachment:";

    // Beyond this the parser gets a thread of its own, which can be given up.
    private const int LongText = 16 * 1024;
    private const int StackSize = 16 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();
    private static readonly MarkdownPipeline WithoutIdentifiers = CreateWithoutIdentifiers();

    public static string Render(string markdown, ImmutableArray<Attachment> attachments) =>
        (!MarkdownBounds.IsSensible(markdown) ? null
            : markdown.Length <= LongText ? TryRender(markdown, attachments)
            : TryRenderApart(markdown, attachments))
        ?? $"<pre>{WebUtility.HtmlEncode(markdown)}</pre>\n";

    private static string? TryRenderApart(string markdown, ImmutableArray<Attachment> attachments)
    {
        string? html = null;
        var thread = new Thread(() => html = TryRender(markdown, attachments), StackSize) { IsBackground = true };
        thread.Start();
        return thread.Join(Patience) ? html : null;
    }

    private static string? TryRender(string markdown, ImmutableArray<Attachment> attachments)
    {
        var pipeline = MarkdownBounds.HasManyHeadings(markdown) ? WithoutIdentifiers : Pipeline;
        try
        {
            var document = Markdown.Parse(markdown, pipeline);
            foreach (var link in document.Descendants<LinkInline>())
            {
                link.Url = Embedded(link.Url, attachments) ?? link.Url;
            }

            return document.ToHtml(pipeline);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The parser's own limit of nesting, 128 elements, is an ArgumentException; its faults must not cost the page either.
            return null;
        }
    }

    private static MarkdownPipeline CreateWithoutIdentifiers()
    {
        var builder = new MarkdownPipelineBuilder().UseAdvancedExtensions();
        builder.Extensions.RemoveAll(extension => extension is AutoIdentifierExtension);
        return builder.Build();
    }

    private static string? Embedded(string? url, ImmutableArray<Attachment> attachments)
    {
        if (url is null || !url.StartsWith(AttachmentScheme, StringComparison.Ordinal))
        {
            return null;
        }

        string name = Uri.UnescapeDataString(url[AttachmentScheme.Length..]);
        var content = attachments.FirstOrDefault(attachment => string.Equals(attachment.Name, name, StringComparison.Ordinal))?.Content;
        return content?.Entries.Select(entry => DataUri.Of(entry.MimeType, entry.Text)).FirstOrDefault(uri => uri is not null);
    }
}
