using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>Turns the JSON of a MIME bundle into a bundle, collecting violations.</summary>
internal sealed class BundleParser(Findings findings)
{
    public MimeBundle Parse(JsonElement element, JsonPath path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            findings.Violations.Add(path, $"a MIME bundle is a JSON object, this is {JsonKinds.Name(element)}");
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

        findings.Violations.Add(path.Field(entry.Name), $"text is a string or a list of strings, this is {JsonKinds.Name(entry.Value)}");
        return entry.Value;
    }
}
