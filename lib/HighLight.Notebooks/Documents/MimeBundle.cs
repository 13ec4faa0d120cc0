using System.Collections.Immutable;

namespace HighLight.Notebooks.Documents;

/// <summary>One content in one or more MIME types.</summary>
/// <param name="Entries">The representations; MIME types are distinct.</param>
public sealed record MimeBundle(ImmutableArray<MimeEntry> Entries)
{
    /// <summary>A bundle of text representations.</summary>
    public static MimeBundle OfText(params IEnumerable<(string MimeType, string Text)> entries) =>
        new([.. entries.Select(entry => MimeEntry.OfText(entry.MimeType, entry.Text))]);

    /// <summary>The text of one representation; null if the bundle has none of that type or its value is not text.</summary>
    public string? Text(string mimeType) => Entries.FirstOrDefault(entry => string.Equals(entry.MimeType, mimeType, StringComparison.Ordinal))?.Text;
}
