namespace HighLight.Notebooks.Documents;

/// <summary>A file attached to a cell.</summary>
/// <param name="Name">The name by which the cell's text refers to it.</param>
/// <param name="Content">The content, by MIME type.</param>
public sealed record Attachment(string Name, MimeBundle Content);
