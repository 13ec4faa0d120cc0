using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>Reads the fields of one JSON object, collects violations, and remembers which fields nobody asked for.</summary>
internal sealed class FieldReader(JsonElement element, JsonPath path, Violations violations)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public JsonPath Path => path;

    public bool Has(string name) => element.TryGetProperty(name, out _);

    public string? RequiredString(string name) => Required(name, JsonValueKind.String, "a string")?.GetString();

    public string? OptionalString(string name) => Has(name) ? RequiredString(name) : Known<string>(name);

    public JsonElement? RequiredArray(string name) => Required(name, JsonValueKind.Array, "an array");

    public JsonElement? OptionalArray(string name) => Has(name) ? RequiredArray(name) : Known<JsonElement?>(name);

    public JsonElement OptionalObject(string name)
    {
        _known.Add(name);
        return Has(name) ? Required(name, JsonValueKind.Object, "an object") ?? JsonValues.EmptyObject : JsonValues.EmptyObject;
    }

    public int? RequiredInteger(string name) => Required(name, JsonValueKind.Number, "an integer") is { } value ? Integer(name, value) : null;

    public int? OptionalInteger(string name)
    {
        _known.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? RequiredInteger(name) : null;
    }

    public string RequiredText(string name)
    {
        _known.Add(name);
        if (!element.TryGetProperty(name, out var value))
        {
            violations.Add(path.Field(name), "missing; a string or a list of strings is required");
        }
        else if (JsonKinds.JoinedLines(value) is { } text)
        {
            return text;
        }
        else
        {
            violations.Add(path.Field(name), $"text is a string or a list of strings, this is {JsonKinds.Name(value)}");
        }

        return "";
    }

    public ImmutableArray<string> Strings(string name)
    {
        if (RequiredArray(name) is not { } items)
        {
            return [];
        }

        var strings = ImmutableArray.CreateBuilder<string>();
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                strings.Add(item.GetString()!);
            }
            else
            {
                violations.Add(path.Field(name).Item(strings.Count), $"a string is required, this is {JsonKinds.Name(item)}");
            }
        }

        return strings.ToImmutable();
    }

    /// <summary>The fields that no call has asked for, in file order.</summary>
    public ImmutableArray<JsonField> Rest()
    {
        // The empty array is shared: immutable arrays, and so the records that hold them, are equal only if they share their memory.
        JsonField[] rest = [.. element.EnumerateObject().Where(field => !_known.Contains(field.Name)).Select(field => new JsonField(field.Name, field.Value))];
        return rest.Length == 0 ? [] : [.. rest];
    }

    private T? Known<T>(string name)
    {
        _known.Add(name);
        return default;
    }

    private JsonElement? Required(string name, JsonValueKind kind, string what)
    {
        _known.Add(name);
        if (!element.TryGetProperty(name, out var value))
        {
            violations.Add(path.Field(name), $"missing; {what} is required");
            return null;
        }

        if (value.ValueKind != kind)
        {
            violations.Add(path.Field(name), $"{what} is required, this is {JsonKinds.Name(value)}");
            return null;
        }

        return value;
    }

    private int? Integer(string name, JsonElement value)
    {
        if (value.TryGetInt32(out int number))
        {
            return number;
        }

        string raw = value.GetRawText();
        violations.Add(path.Field(name), $"an integer is required, this is {(raw.Length > 40 ? raw[..40] + "…" : raw)}");
        return null;
    }
}
