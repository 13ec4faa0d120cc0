using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HighLight.Interactive.Tests.Kernel;

/// <summary>The outputs of a notebook's code cells, texts joined, so that two runs can be compared.</summary>
internal static class NotebookOutputs
{
    /// <summary>What the kernel of .NET Interactive says about the packages of a cell; nothing that a notebook shows.</summary>
    private const string PackageNote = "Installed Packages";

    /// <summary>The outputs of each code cell of a file.</summary>
    public static ImmutableArray<ImmutableArray<JsonObject>> Read(string file) =>
        [.. JsonNode.Parse(File.ReadAllBytes(file))!["cells"]!.AsArray()
            .Where(cell => cell!["cell_type"]!.GetValue<string>() == "code")
            .Select(cell => cell!["outputs"]!.AsArray()
                .Select(output => output!.AsObject())
                .Where(output => !IsPackageNote(output))
                .ToImmutableArray())];

    /// <summary>Each output that is not what was committed: another kind, another MIME type or another value.</summary>
    public static IEnumerable<string> Differences(string committed, string run)
    {
        var (left, right) = (Read(committed), Read(run));
        if (left.Length != right.Length)
        {
            yield return Invariant($"{left.Length} code cells, {right.Length} in the kernel");
        }

        for (var cell = 0; cell < Math.Min(left.Length, right.Length); cell++)
        {
            if (left[cell].Length != right[cell].Length)
            {
                var kinds = string.Join(' ', right[cell].Select(Kind));
                yield return Invariant($"cell {cell + 1}: {left[cell].Length} outputs, {right[cell].Length} in the kernel: {kinds}");
            }

            foreach (var (expected, actual) in left[cell].Zip(right[cell]))
            {
                foreach (var difference in Differences(expected, actual))
                {
                    yield return Invariant($"cell {cell + 1}: {difference}");
                }
            }
        }
    }

    /// <summary>The text of an output in a MIME type; empty where it has none.</summary>
    public static string TextOf(JsonObject output, string mimeType) => Text((output["data"] as JsonObject)?[mimeType]);

    private static IEnumerable<string> Differences(JsonObject expected, JsonObject actual)
    {
        if (Kind(expected) != Kind(actual))
        {
            yield return $"{Kind(expected)}, in the kernel {Kind(actual)} {actual["evalue"]}";
            yield break;
        }

        if (Kind(expected) == "stream" && Text(expected["text"]) != Text(actual["text"]))
        {
            yield return $"stream: {Text(expected["text"])}, in the kernel: {Text(actual["text"])}";
        }

        var (left, right) = (Data(expected), Data(actual));
        if (!left.Keys.Order(StringComparer.Ordinal).SequenceEqual(right.Keys.Order(StringComparer.Ordinal)))
        {
            yield return $"{string.Join(' ', left.Keys)}, in the kernel {string.Join(' ', right.Keys)}";
        }

        foreach (var mimeType in left.Keys.Intersect(right.Keys, StringComparer.Ordinal))
        {
            // JSON is stored as JSON by the engine and as a text by the kernel.
            var isJson = mimeType.EndsWith("json", StringComparison.Ordinal);
            var isEqual = isJson
                ? JsonNode.DeepEquals(Parsed(left[mimeType]), Parsed(right[mimeType]))
                : Text(left[mimeType]) == Text(right[mimeType]);
            if (!isEqual)
            {
                yield return $"{mimeType} differs: {Excerpt(Text(left[mimeType]))} in the kernel: {Excerpt(Text(right[mimeType]))}";
            }
        }
    }

    private static Dictionary<string, JsonNode?> Data(JsonObject output) =>
        (output["data"] as JsonObject)?.ToDictionary(StringComparer.Ordinal) ?? new(StringComparer.Ordinal);

    private static string Kind(JsonObject output) => output["output_type"]!.GetValue<string>();

    private static JsonNode? Parsed(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var json) ? JsonNode.Parse(json) : value;

    private static string Text(JsonNode? value) => value switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line!.GetValue<string>())),
        JsonValue text when text.TryGetValue<string>(out var whole) => whole,
        _ => value?.ToJsonString() ?? "",
    };

    private static string Excerpt(string text) => text.Length <= 300 ? text : text[..300] + "…";

    private static bool IsPackageNote(JsonObject output) => TextOf(output, "text/html").Contains(PackageNote, StringComparison.Ordinal);
}
