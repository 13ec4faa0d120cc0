namespace HighLight.Notebooks.Html;

/// <summary>An element that has begun and not ended.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Root"><c>svg</c> or <c>math</c> for an element of a drawing or a formula; null for one of HTML.</param>
internal readonly record struct OpenElement(string Name, string? Root)
{
    /// <summary>Whether what stands in it is parsed as SVG and MathML are.</summary>
    public bool HasForeignContent => Root switch
    {
        null => false,
        HtmlElements.Svg => Name is not ("foreignobject" or "desc" or "title"),
        _ => Name is not ("mi" or "mo" or "mn" or "ms" or "mtext"),
    };
}
