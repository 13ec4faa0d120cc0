using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HighLight.Experiments.Display;

namespace HighLight.Experiments.Results;

/// <summary>The comparisons of an experiment with the paper, as a notebook shows them and as the summary file keeps them.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Rows">The compared quantities, in the order in which they are shown; may be empty.</param>
[TypeFormatterSource(typeof(DisplayFormatterSource), PreferredMimeTypes = [MimeType.Html, MimeType.Plain])]
public sealed record ComparisonTable(Experiment Experiment, ImmutableArray<PaperComparison> Rows) : IDisplayable
{
    private static readonly JsonWriterOptions JsonOptions = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// The summary file: a JSON array with one flat object a row. Members, always all of them and in this order: <c>experiment</c>
    /// (name), <c>quantity</c>, <c>ours</c> (number), <c>paper</c> (number or null), <c>ratio</c> (ours / paper, number or null),
    /// <c>unit</c>, <c>confidence</c> (<c>"sourced"</c>, <c>"recalled"</c>, <c>"digitised"</c> or null), <c>source</c>, <c>note</c>
    /// (strings, may be empty). UTF-8, two spaces, line feeds, numbers in their shortest form that reads back exactly.
    /// </summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOptions))
        {
            json.WriteStartArray();
            foreach (var row in Rows)
            {
                Write(json, row);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>The comparisons as an HTML table.</summary>
    public string ToHtml() => View.ToHtml();

    /// <summary>The comparisons as aligned text.</summary>
    public string ToText() => View.ToText();

    /// <summary>The comparisons as aligned text.</summary>
    public override string ToString() => ToText();

    string? IDisplayable.Render(string mimeType) => mimeType switch
    {
        MimeType.Html => ToHtml(),
        MimeType.Plain => ToText(),
        _ => null,
    };

    private TableView View => new(
        ["quantity", "unit", "ours", "paper", "ours / paper", "confidence", "source", "note"],
        [false, false, true, true, true, false, false, false],
        [.. Rows.Select(row => ImmutableArray.Create(
            row.Quantity,
            row.Unit,
            NumberText.Of(row.Ours),
            NumberText.Of(row.Paper),
            NumberText.Of(row.Ratio),
            Name(row.Confidence) ?? "",
            row.Source,
            row.Note))],
        HiddenRows: 0);

    private static string? Name(Confidence? confidence) => confidence?.ToString().ToLowerInvariant();

    private void Write(Utf8JsonWriter json, PaperComparison row)
    {
        json.WriteStartObject();
        json.WriteString("experiment", Experiment.Name);
        json.WriteString("quantity", row.Quantity);
        json.WriteNumber("ours", row.Ours);
        WriteNumber(json, "paper", row.Paper);
        WriteNumber(json, "ratio", row.Ratio);
        json.WriteString("unit", row.Unit);
        json.WriteString("confidence", Name(row.Confidence));
        json.WriteString("source", row.Source);
        json.WriteString("note", row.Note);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
