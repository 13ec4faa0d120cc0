using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace HighLight.Fibertrees;

/// <summary>Elements of an SVG drawing; lengths in pixels with one decimal, text free of what XML forbids.</summary>
internal static class SvgElements
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement Root(double width, double height, string description, params IEnumerable<XElement> content) => new(
        Svg + "svg",
        new XAttribute("width", Number(width)),
        new XAttribute("height", Number(height)),
        new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
        new XAttribute("role", "img"),
        new XAttribute("font-family", "Helvetica, Arial, sans-serif"),
        new XAttribute("font-size", "12"),
        new XElement(Svg + "title", Clean(description)),
        Box(0, 0, width, height, 0, "#ffffff", null),
        content);

    public static XElement Box(double x, double y, double width, double height, double radius, string fill, string? stroke, bool dashed = false) => new(
        Svg + "rect",
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("width", Number(width)),
        new XAttribute("height", Number(height)),
        radius > 0 ? new XAttribute("rx", Number(radius)) : null,
        new XAttribute("fill", fill),
        stroke is null ? null : new XAttribute("stroke", stroke),
        dashed ? new XAttribute("stroke-dasharray", "3 2") : null);

    public static XElement Line(double x1, double y1, double x2, double y2, string stroke, bool dashed = false) => new(
        Svg + "line",
        new XAttribute("x1", Number(x1)),
        new XAttribute("y1", Number(y1)),
        new XAttribute("x2", Number(x2)),
        new XAttribute("y2", Number(y2)),
        new XAttribute("stroke", stroke),
        dashed ? new XAttribute("stroke-dasharray", "3 2") : null);

    public static XElement Text(double x, double y, string text, string fill, string anchor = "start", int size = 12, bool bold = false) => new(
        Svg + "text",
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("fill", fill),
        anchor == "start" ? null : new XAttribute("text-anchor", anchor),
        size == 12 ? null : new XAttribute("font-size", size),
        bold ? new XAttribute("font-weight", "bold") : null,
        Clean(text));

    /// <summary>The text without characters that XML forbids, and cut to <paramref name="length"/> characters.</summary>
    public static string Clean(string text, int length = int.MaxValue)
    {
        var clean = string.Concat(text.EnumerateRunes().Select(r => r.Value > char.MaxValue || XmlConvert.IsXmlChar((char)r.Value) ? r.ToString() : "\uFFFD"));
        var elements = new StringInfo(clean);
        return elements.LengthInTextElements <= length ? clean : elements.SubstringByTextElements(0, length - 1) + "…";
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
