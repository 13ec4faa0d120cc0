using System.Collections.Immutable;
using HighLight.Notebooks.Documents;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HighLight.Notebooks.Html;

/// <summary>Markdown as HTML, with attached pictures in place.</summary>
internal static class MarkdownHtml
{
    private const string AttachmentScheme = "attachment:";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    public static string Render(string markdown, ImmutableArray<Attachment> attachments)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = Embedded(link.Url, attachments) ?? link.Url;
        }

        return document.ToHtml(Pipeline);
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
