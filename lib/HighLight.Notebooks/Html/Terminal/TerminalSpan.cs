using System.Globalization;
using System.Text;

namespace HighLight.Notebooks.Html.Terminal;

/// <summary>Coloured and marked text as an HTML element, with the classes that <see cref="PageStyle"/> defines.</summary>
internal static class TerminalSpan
{
    private static readonly (TerminalMarks Mark, string Class)[] Marks =
    [
        (TerminalMarks.Bold, "tb"), (TerminalMarks.Italic, "ti"), (TerminalMarks.Underline, "tu"),
        (TerminalMarks.Inverse, "tv"), (TerminalMarks.Strike, "ts"),
    ];

    public static void Append(StringBuilder html, TerminalStyle style, string content)
    {
        string attributes = Attributes(style);
        if (attributes.Length == 0)
        {
            html.Append(content);
            return;
        }

        html.Append("<span").Append(attributes).Append('>').Append(content).Append("</span>");
    }

    private static string Attributes(TerminalStyle style)
    {
        var classes = Marks.Where(mark => style.Marks.HasFlag(mark.Mark)).Select(mark => mark.Class).ToList();
        var declarations = new List<string>();
        Add(style.Foreground, "f", "color");
        Add(style.Background, "g", "background");
        string classAttribute = classes.Count > 0 ? $" class=\"{string.Join(' ', classes)}\"" : "";
        return classAttribute + (declarations.Count > 0 ? $" style=\"{string.Join(';', declarations)}\"" : "");

        void Add(TerminalColor? color, string prefix, string property)
        {
            if (color is { Index: { } index })
            {
                classes.Add(prefix + index.ToString(CultureInfo.InvariantCulture));
            }
            else if (color is { } other)
            {
                declarations.Add(Invariant($"{property}:#{other.Rgb:x6}"));
            }
        }
    }
}
