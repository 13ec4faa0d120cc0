using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HighLight.Commands.Formatting;

/// <summary>JSON as commands print it.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",

        // Arrows and signs such as ≤ stay readable; the text goes to a terminal or a file, never into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text, keys in the order they were added, with a line end behind it.</summary>
    public static string Of(JsonNode node) => node.ToJsonString(Options) + "\n";
}
