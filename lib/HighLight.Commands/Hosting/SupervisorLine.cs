using System.Collections.Immutable;
using System.Text.Json;
using HighLight.Commands.Parameters;

namespace HighLight.Commands.Hosting;

/// <summary>The line that a host reads first from its standard input; the end of that input tells it later that the tool is gone.</summary>
internal static class SupervisorLine
{
    /// <summary>A JSON object as UTF-8, with its line end.</summary>
    /// <param name="parameters">The parameters of the notebook.</param>
    /// <param name="death">Why the host that ran the notebook died; null before the run.</param>
    public static ImmutableArray<byte> Of(ImmutableArray<NotebookParameter> parameters, HostDeath? death)
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
            if (death is not null)
            {
                json.WriteStartObject("error");
                json.WriteString("name", death.Name);
                json.WriteString("message", death.Message);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return [.. line.ToArray()];
    }
}
