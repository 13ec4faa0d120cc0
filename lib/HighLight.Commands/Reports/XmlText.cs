using System.Text;
using System.Xml;
using HighLight.Commands.Formatting;

namespace HighLight.Commands.Reports;

/// <summary>Makes text that comes from a notebook fit to stand in an XML file.</summary>
internal static class XmlText
{
    /// <summary>
    /// Characters of the longest text written; the beginning of a longer one is cut off, because an error stands at the end.
    /// </summary>
    public const int MaximumLength = 64 * 1024;

    /// <summary>Characters of the longest attribute.</summary>
    public const int MaximumAttribute = 1000;

    /// <summary>The text without escape sequences; characters that XML forbids are replaced by U+FFFD.</summary>
    public static string Clean(string text)
    {
        var kept = EscapeSequences.Remove(text);
        kept = kept.Length > MaximumLength ? "(cut) … " + kept[^MaximumLength..] : kept;
        var clean = new StringBuilder(kept.Length);
        for (var index = 0; index < kept.Length; index++)
        {
            if (index + 1 < kept.Length && XmlConvert.IsXmlSurrogatePair(kept[index + 1], kept[index]))
            {
                clean.Append(kept, index++, 2);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(kept[index]) ? kept[index] : '\uFFFD');
            }
        }

        return clean.ToString();
    }

    /// <summary>As <see cref="Clean"/>, its end cut off where it is long.</summary>
    public static string Attribute(string text) => Clean(text.Length > MaximumAttribute ? text[..MaximumAttribute] + " …" : text);
}
