using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>
/// Reads the fields of one JSON object, collects what is wrong with them, and remembers which fields nobody asked for. An undefined value
/// stands for one that could not be read and has been reported.
/// </summary>
internal sealed class FieldReader(IReadOnlyList<JsonField> fields, JsonPath path, Findings findings)
{
    private readonly Dictionary<string, JsonElement> _values = fields.ToDictionary(
        field => field.Name,
        field => field.Value,
        StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>A reader of a JSON object whose names are distinct.</summary>
    public static FieldReader Of(JsonElement element, JsonPath path, Findings findings) =>
        new([.. element.EnumerateObject().Select(field => new JsonField(field.Name, field.Value))], path, findings);

    public JsonPath Path => path;

    public bool Has(string name) => _values.ContainsKey(name);

    public string? RequiredString(string name) => Required(name, JsonValueKind.String, "a string")?.GetString();

    public JsonElement? RequiredArray(string name) => Required(name, JsonValueKind.Array, "an array");

    public int? RequiredInteger(string name) => Required(name, JsonValueKind.Number, "an integer") is { } value ? Integer(name, value) : null;

    public int? OptionalInteger(string name) => Take(name) is null or { ValueKind: JsonValueKind.Null } ? null : RequiredInteger(name);

    /// <summary>An object; empty if it is absent, and also, with a warning, if it is null.</summary>
    public JsonElement OptionalObject(string name)
    {
        switch (Take(name))
        {
            case null:
                return JsonValues.EmptyObject;
            case { ValueKind: JsonValueKind.Null }:
                findings.Warnings.Add(path.Field(name), "an object is required; null is read as an empty one");
                return JsonValues.EmptyObject;
            default:
                return Required(name, JsonValueKind.Object, "an object") ?? JsonValues.EmptyObject;
        }
    }

    /// <summary>The value as it stands; null if the field is absent.</summary>
    public JsonElement? Take(string name)
    {
        _known.Add(name);
        return _values.TryGetValue(name, out var value) ? value : null;
    }

    public string RequiredText(string name)
    {
        switch (Take(name))
        {
            case null:
                findings.Violations.Add(path.Field(name), "missing; a string or a list of strings is required");
                return "";
            case { ValueKind: JsonValueKind.Undefined }:
                return "";
            case { } value when JsonKinds.JoinedLines(value) is { } text:
                return text;
            case { } value:
                findings.Violations.Add(path.Field(name), $"text is a string or a list of strings, this is {JsonKinds.Name(value)}");
                return "";
        }
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
                findings.Violations.Add(path.Field(name).Item(strings.Count), $"a string is required, this is {JsonKinds.Name(item)}");
            }
        }

        return strings.ToImmutable();
    }

    /// <summary>The fields that no call has asked for, in file order.</summary>
    public ImmutableArray<JsonField> Rest()
    {
        // The empty array is shared: immutable arrays, and so the records that hold them, are equal only if they share their memory.
        JsonField[] rest = [.. fields.Where(field => !_known.Contains(field.Name))];
        return rest.Length == 0 ? [] : [.. rest];
    }

    private JsonElement? Required(string name, JsonValueKind kind, string what)
    {
        if (Take(name) is not { } value)
        {
            findings.Violations.Add(path.Field(name), $"missing; {what} is required");
            return null;
        }

        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        if (value.ValueKind != kind)
        {
            findings.Violations.Add(path.Field(name), $"{what} is required, this is {JsonKinds.Name(value)}");
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

        findings.Violations.Add(path.Field(name), $"an integer is required, this is {Excerpt.Of(value.GetRawText(), 40)}");
        return null;
    }
}
