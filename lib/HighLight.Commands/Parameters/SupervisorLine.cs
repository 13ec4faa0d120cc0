using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Commands.Parameters;

/// <summary>The line that a host reads first from its standard input; the end of that input tells it later that the tool is gone.</summary>
internal static class SupervisorLine
{
    /// <summary>A JSON object as UTF-8, with its line end.</summary>
    public static ImmutableArray<byte> Of(ImmutableArray<NotebookParameter> parameters)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteStartObject("parameters");
            foreach (var parameter in parameters)
            {
                json.WriteStartObject(parameter.Name);
                json.WritePropertyName(parameter.IsText ? "text" : "value");
                parameter.Value.WriteTo(json);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return [.. line.ToArray()];
    }
}
