using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using HighLight.Files;

namespace HighLight.Notebooks.Documents;

/// <summary>
/// Writes notebooks in the layout of Jupyter's own writer: UTF-8 without byte order mark, indented by one space, names sorted by code
/// point, text as lists of lines, a newline at the end. A file that Jupyter wrote is reproduced byte for byte.
/// </summary>
public static class NotebookWriter
{
    /// <summary>
    /// Writes the notebook to a temporary file beside the target and moves it over the target: readers see the old file or the new one.
    /// </summary>
    /// <exception cref="IOException">The file cannot or may not be written; the target is as it was.</exception>
    public static void WriteFile(NotebookDocument document, string path) => AtomicFile.Write(path, Write(document));

    /// <summary>The bytes of the notebook file.</summary>
    public static byte[] Write(NotebookDocument document) => new NotebookSerializer().Write(document);

    /// <summary>The notebook without its cells.</summary>
    internal static JsonObject Frame(NotebookDocument document)
    {
        var node = new JsonObject
        {
            ["cells"] = new JsonArray(),
            ["metadata"] = JsonValues.Node(document.Metadata),
            ["nbformat"] = NotebookDocument.Major,
            ["nbformat_minor"] = document.Minor,
        };
        return AddExtra(node, document.Extra);
    }

    internal static JsonObject Node(NotebookCell cell, int minor)
    {
        var node = new JsonObject
        {
            ["cell_type"] = cell.CellType,
            ["metadata"] = JsonValues.Node(cell.Metadata),
            ["source"] = Lines(cell.Source),
        };
        if (cell.Id is not null && minor >= CellIds.FirstMinor)
        {
            node["id"] = cell.Id;
        }

        switch (cell)
        {
            case CodeCell code:
                node["execution_count"] = code.ExecutionCount;
                node["outputs"] = new JsonArray([.. code.Outputs.Select(Node)]);
                break;
            case MarkdownCell { Attachments: { } attachments }:
                node["attachments"] = Node(attachments);
                break;
            case RawCell { Attachments: { } attachments }:
                node["attachments"] = Node(attachments);
                break;
        }

        return AddExtra(node, cell.Extra);
    }

    private static JsonObject Node(ImmutableArray<Attachment> attachments)
    {
        var node = new JsonObject();
        foreach (var attachment in attachments)
        {
            node[attachment.Name] = Node(attachment.Content);
        }

        return node;
    }

    internal static JsonObject Node(CellOutput output)
    {
        var node = new JsonObject { ["output_type"] = output.OutputType };
        switch (output)
        {
            case StreamOutput stream:
                node["name"] = stream.Name;
                node["text"] = Lines(stream.Text);
                break;
            case DisplayDataOutput display:
                node["data"] = Node(display.Data);
                node["metadata"] = JsonValues.Node(display.Metadata);
                break;
            case ExecuteResultOutput result:
                node["data"] = Node(result.Data);
                node["execution_count"] = result.ExecutionCount;
                node["metadata"] = JsonValues.Node(result.Metadata);
                break;
            case ErrorOutput error:
                node["ename"] = error.Name;
                node["evalue"] = error.Message;
                node["traceback"] = Strings(error.Traceback);
                break;
        }

        return AddExtra(node, output.Extra);
    }

    private static JsonObject Node(MimeBundle bundle)
    {
        var node = new JsonObject();
        foreach (var entry in bundle.Entries)
        {
            bool lines = entry.Value.ValueKind == JsonValueKind.String && MimeTypes.IsLines(entry.MimeType);
            node[entry.MimeType] = lines ? Lines(entry.Value.GetString()!) : JsonValues.Node(entry.Value);
        }

        return node;
    }

    private static JsonArray Lines(string text) => Strings(TextLines.Split(text));

    private static JsonArray Strings(IEnumerable<string> strings) => new([.. strings.Select(text => (JsonNode)JsonValue.Create(text))]);

    private static JsonObject AddExtra(JsonObject node, ImmutableArray<JsonField> extra)
    {
        foreach (var field in extra)
        {
            node[field.Name] = JsonValues.Node(field.Value);
        }

        return node;
    }
}
