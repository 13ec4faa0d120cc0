using System.Globalization;
using System.Text;

namespace HighLight.Technology;

/// <summary>Writes rows as a Markdown table.</summary>
internal static class TechnologyMarkdown
{
    public static string Write(IEnumerable<TechnologyRow> rows)
    {
        var text = new StringBuilder("| component | action | value | unit | node | tag | source |\n| --- | --- | ---: | --- | ---: | --- | --- |\n");
        foreach (var row in rows)
        {
            var node = row.NodeNm is { } nm ? Invariant($"{nm} nm") : "any";
            var source = row.Note.Length == 0 ? row.Source : Invariant($"{row.Source} ({row.Note})");
            text.Append(CultureInfo.InvariantCulture, $"| {row.Key} | {row.Action} | {row.Value} | {row.Unit} | {node} | {row.Tag.ToString().ToLowerInvariant()} | {Escape(source)} |\n");
        }

        return text.ToString();
    }

    private static string Escape(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ');
}
