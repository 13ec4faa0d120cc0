using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>Turns the JSON of an output into an output, collecting violations.</summary>
internal sealed class OutputParser(Violations violations)
{
    public CellOutput? Parse(JsonElement element, JsonPath path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            violations.Add(path, $"an output is a JSON object, this is {JsonKinds.Name(element)}");
            return null;
        }

        var fields = new FieldReader(element, path, violations);
        string? type = fields.RequiredString("output_type");
        switch (type)
        {
            case "stream":
                string name = fields.RequiredString("name") ?? "";
                string text = fields.RequiredText("text");
                return new StreamOutput(name, text, fields.Rest());
            case "display_data":
                var data = ParseBundle(fields.OptionalObject("data"), path.Field("data"));
                var metadata = fields.OptionalObject("metadata");
                return new DisplayDataOutput(data, metadata, fields.Rest());
            case "execute_result":
                data = ParseBundle(fields.OptionalObject("data"), path.Field("data"));
                metadata = fields.OptionalObject("metadata");
                int? count = fields.OptionalInteger("execution_count");
                return new ExecuteResultOutput(count, data, metadata, fields.Rest());
            case "error":
                name = fields.RequiredString("ename") ?? "";
                string message = fields.RequiredString("evalue") ?? "";
                var traceback = fields.Strings("traceback");
                return new ErrorOutput(name, message, traceback, fields.Rest());
            default:
                if (type is not null)
                {
                    violations.Add(path.Field("output_type"), $"'{type}' is not a type of output, only stream, display_data, execute_result and error are");
                }

                return null;
        }
    }

    public MimeBundle ParseBundle(JsonElement element, JsonPath path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            violations.Add(path, $"a MIME bundle is a JSON object, this is {JsonKinds.Name(element)}");
            return new MimeBundle([]);
        }

        return new MimeBundle([.. element.EnumerateObject().Select(entry => new MimeEntry(entry.Name, ParseValue(entry, path)))]);
    }

    private JsonElement ParseValue(JsonProperty entry, JsonPath path)
    {
        if (MimeTypes.IsJson(entry.Name) || entry.Value.ValueKind == JsonValueKind.String)
        {
            return entry.Value;
        }

        if (JsonKinds.JoinedLines(entry.Value) is { } text)
        {
            return JsonValues.Of(text);
        }

        violations.Add(path.Field(entry.Name), $"text is a string or a list of strings, this is {JsonKinds.Name(entry.Value)}");
        return entry.Value;
    }
}
