using System.Text.Json.Nodes;

namespace HighLight.Interactive.KernelHost;

/// <summary>The parts of an .ipynb document that running it needs, as JSON: nothing else is touched.</summary>
internal static class NotebookCells
{
    /// <summary>The code cells in order.</summary>
    public static IEnumerable<JsonObject> CodeOf(JsonNode notebook) =>
        notebook["cells"]!.AsArray().Select(cell => cell!.AsObject()).Where(cell => cell["cell_type"]!.GetValue<string>() == "code");

    /// <summary>The source of a cell: a text, or the pieces of one.</summary>
    public static string SourceOf(JsonObject cell) => cell["source"] switch
    {
        JsonArray pieces => string.Concat(pieces.Select(piece => piece!.GetValue<string>())),
        { } text => text.GetValue<string>(),
        null => "",
    };
}
