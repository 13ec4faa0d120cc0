using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace HighLight.Interactive.KernelHost;

/// <summary>The outputs of one cell in the notebook format.</summary>
/// <param name="number">The cell's number among the code cells.</param>
internal sealed class CellOutputs(int number)
{
    private readonly JsonArray _outputs = [];
    private readonly Dictionary<string, int> _displays = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public void Add(KernelEvent happened)
    {
        lock (_lock)
        {
            switch (happened)
            {
                case StandardOutputValueProduced text:
                    _outputs.Add(Stream("stdout", text));
                    break;
                case StandardErrorValueProduced text:
                    _outputs.Add(Stream("stderr", text));
                    break;
                case ErrorProduced error:
                    AddError(error.Message);
                    break;
                case DisplayedValueUpdated { ValueId: { } id } update when _displays.TryGetValue(id, out var place):
                    _outputs[place] = Display(update);
                    break;
                case DisplayedValueProduced display:
                    if (display.ValueId is { } name)
                    {
                        _displays[name] = _outputs.Count;
                    }

                    _outputs.Add(Display(display));
                    break;
                case ReturnValueProduced { Value: DisplayedValue }:
                    break; // the handle of a display that is shown already
                case ReturnValueProduced value:
                    _outputs.Add(new JsonObject
                    {
                        ["output_type"] = "execute_result",
                        ["data"] = Data(value),
                        ["metadata"] = new JsonObject(),
                        ["execution_count"] = number,
                    });
                    break;
            }
        }
    }

    public void AddError(string message)
    {
        lock (_lock)
        {
            _outputs.Add(new JsonObject
            {
                ["output_type"] = "error", ["ename"] = "Error", ["evalue"] = message, ["traceback"] = new JsonArray(),
            });
        }
    }

    public JsonArray ToJson()
    {
        lock (_lock)
        {
            return (JsonArray)_outputs.DeepClone();
        }
    }

    private static JsonObject Display(DisplayEvent display) =>
        new() { ["output_type"] = "display_data", ["data"] = Data(display), ["metadata"] = new JsonObject() };

    private static JsonObject Stream(string name, DisplayEvent text) =>
        new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text.FormattedValues.FirstOrDefault()?.Value ?? "" };

    private static JsonObject Data(DisplayEvent display) =>
        new([.. display.FormattedValues.Select(value => KeyValuePair.Create(value.MimeType, (JsonNode?)value.Value))]);
}
