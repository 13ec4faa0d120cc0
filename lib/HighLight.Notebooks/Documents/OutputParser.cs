using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>Turns the JSON of an output into an output, collecting violations.</summary>
internal sealed class OutputParser(Findings findings)
{
    public CellOutput? Parse(JsonElement element, JsonPath path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            findings.Violations.Add(path, $"an output is a JSON object, this is {JsonKinds.Name(element)}");
            return null;
        }

        var fields = FieldReader.Of(element, path, findings);
        var bundles = new BundleParser(findings);
        string? type = fields.RequiredString("output_type");
        switch (type)
        {
            case "stream":
                string name = fields.RequiredString("name") ?? "";
                string text = fields.RequiredText("text");
                return new StreamOutput(name, text, fields.Rest());
            case "display_data":
                var data = bundles.Parse(fields.OptionalObject("data"), path.Field("data"));
                var metadata = fields.OptionalObject("metadata");
                return new DisplayDataOutput(data, metadata, fields.Rest());
            case "execute_result":
                data = bundles.Parse(fields.OptionalObject("data"), path.Field("data"));
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
                    string known = "only stream, display_data, execute_result and error are";
                    findings.Violations.Add(path.Field("output_type"), $"'{Excerpt.Of(type)}' is not a type of output, {known}");
                }

                return null;
        }
    }
}
