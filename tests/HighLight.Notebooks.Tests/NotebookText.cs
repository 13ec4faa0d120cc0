using System.Text;
using System.Text.Json;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests;

/// <summary>Makes notebooks for tests.</summary>
internal static class NotebookText
{
    public static NotebookDocument OfCode(params string[] cells) => NotebookDocument.Empty with
    {
        Cells = [.. cells.Select((source, i) => new CodeCell(FormattableString.Invariant($"c{i}"), source, EmptyObject, [], null, []))],
    };

    public static string Of(params string[] cells) => Encoding.UTF8.GetString(NotebookWriter.Write(OfCode(cells)));

    public static NotebookDocument Read(string json) => NotebookReader.Read(Encoding.UTF8.GetBytes(json), "n.ipynb").Document;

    public static JsonElement Json(string json) => JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 }).RootElement;

    public static JsonElement EmptyObject { get; } = JsonSerializer.Deserialize<JsonElement>("{}");
}
