using System.Text.Json;
using HighLight.Commands.Formatting;

namespace HighLight.Commands.Reproduction;

/// <summary>Reads the fields of one object of a summary file and gathers everything that is wrong with them.</summary>
/// <param name="json">The object.</param>
internal sealed class SummaryFields(JsonElement json)
{
    private readonly List<string> _problems = [];

    /// <summary>What is wrong, a line each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The row; null when there are <see cref="Problems"/>.</summary>
    public SummaryRow? Read()
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            _problems.Add($"must be an object, but is {json.ValueKind}.");
            return null;
        }

        var row = new SummaryRow(Text("experiment", required: true), Text("quantity", required: true), Number("ours", required: true) ?? 0)
        {
            Paper = Number("paper"),
            Ratio = Number("ratio"),
            Unit = Text("unit"),
            Confidence = Text("confidence"),
            Source = Text("source"),
            Note = Text("note"),
        };
        return _problems.Count == 0 ? row : null;
    }

    private string Text(string name, bool required = false)
    {
        var kind = Kind(name, out var value);
        if (kind == JsonValueKind.String)
        {
            return value.GetString()!;
        }

        Check(name, kind, required, "a string");
        return "";
    }

    private double? Number(string name, bool required = false)
    {
        var kind = Kind(name, out var value);
        if (kind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number))
        {
            return number;
        }

        Check(name, kind, required, "a finite number");
        return null;
    }

    private void Check(string name, JsonValueKind kind, bool required, string wanted)
    {
        if (required || kind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            var found = kind == JsonValueKind.Undefined ? "is missing" : $"is {kind}";
            _problems.Add($"'{name}' must be {wanted}{(required ? "" : " or null")}, but {found}.");
        }
    }

    private JsonValueKind Kind(string name, out JsonElement value) => json.TryGetProperty(name, out value) ? value.ValueKind : JsonValueKind.Undefined;
}
