using System.Text;

namespace HighLight.Notebooks.Html;

/// <summary>The elements of a fragment that have begun and not ended, the innermost last.</summary>
/// <param name="html">Where the end tags that are missing go.</param>
internal sealed class OpenElements(StringBuilder html)
{
    private readonly List<OpenElement> _elements = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Count => _elements.Count;

    public OpenElement Innermost => _elements.Count > 0 ? _elements[^1] : default;

    /// <summary>Whether an element of this name is open.</summary>
    public bool Has(string name) => _counts.GetValueOrDefault(name) > 0;

    public void Begin(string name, string? root)
    {
        _elements.Add(new OpenElement(name, root));
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
    }

    /// <summary>Whether a browser may pass over this start tag, which would change how it reads on, or end more than it seems.</summary>
    public bool IsUnclearBefore(string start) =>
        (Has("select") && !HtmlElements.InSelect.Contains(start))
        || (start is "col" or "colgroup" && Has("template"))
        || (start is "button" && Has("button"))
        || start is "plaintext" or "mglyph" or "malignmark";

    /// <summary>Takes out those whose end tag may be missing before this start tag.</summary>
    public void EndBefore(string start)
    {
        while (Innermost is { Root: null, Name: { } name } && HtmlElements.Ends(start, name))
        {
            Remove();
        }
    }

    /// <summary>Ends all that stands in the innermost element of this name, whose own end tag follows.</summary>
    public void EndAllIn(string name)
    {
        while (!string.Equals(Innermost.Name, name, StringComparison.Ordinal))
        {
            End();
        }

        Remove();
    }

    /// <summary>Ends drawings and formulas up to where HTML may stand.</summary>
    public void EndForeign()
    {
        while (Innermost.HasForeignContent)
        {
            End();
        }
    }

    /// <summary>Ends all.</summary>
    public void EndAll()
    {
        while (Count > 0)
        {
            End();
        }
    }

    private void End()
    {
        if (!IsEndedByParent())
        {
            html.Append("</").Append(Innermost.Name).Append('>');
        }

        Remove();
    }

    // Inline elements, SVG and MathML do not end before the blocks within them have.
    private bool IsEndedByParent()
    {
        int index = _elements.Count - 1;
        while (index >= 0 && _elements[index] is { Root: null, Name: var name } && HtmlElements.EndOptional.Contains(name))
        {
            index--;
        }

        return index < _elements.Count - 1
            && (index < 0 || (_elements[index] is { Root: null, Name: var parent } && HtmlElements.Blocks.Contains(parent)));
    }

    private void Remove()
    {
        _counts[Innermost.Name]--;
        _elements.RemoveAt(_elements.Count - 1);
    }
}
