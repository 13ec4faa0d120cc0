using System.Text.Json;
using System.Text.Json.Nodes;

namespace HighLight.Notebooks.Documents;

/// <summary>
/// Mends metadata that nbformat's schema does not allow, with a warning: as they are meant where that is plain, else by leaving them out.
/// </summary>
/// <param name="warnings">Takes the warnings.</param>
internal sealed class MetadataCheck(FindingList warnings)
{
    private const string Tags = "tags";
    private const string KernelSpec = "kernelspec";
    private const string LanguageInfo = "language_info";
    private const string Name = "name";
    private const string DisplayName = "display_name";

    // What the schema says of the fields that it knows.
    private static readonly (string Name, string Legal, Func<JsonElement, bool> IsLegal)[] OfCell =
    [
        (Name, "a string that is not empty", value => value is { ValueKind: JsonValueKind.String } && value.GetString()!.Length > 0),
        ("jupyter", "an object", IsObject),
        ("execution", "an object", IsObject),
        ("collapsed", "a boolean", IsBoolean),
        ("scrolled", "a boolean or \"auto\"", value => IsBoolean(value) || (IsString(value) && value.ValueEquals("auto"))),
    ];

    private static readonly (string Name, string Legal, Func<JsonElement, bool> IsLegal)[] OfNotebook =
    [
        (KernelSpec, "an object", IsObject),
        (LanguageInfo, "an object", IsObject),
        ("title", "a string", IsString),
        ("authors", "an array", value => value.ValueKind == JsonValueKind.Array),
        (
            "orig_nbformat", "an integer above 0",
            value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number > 0),
    ];

    /// <summary>The metadata of a cell.</summary>
    public JsonElement Cell(JsonElement metadata, JsonPath path) => CheckTags(Check(metadata, path, OfCell), path.Field(Tags));

    /// <summary>The metadata of a notebook.</summary>
    public JsonElement Notebook(JsonElement metadata, JsonPath path)
    {
        metadata = Check(metadata, path, OfNotebook);
        if (metadata.Field(KernelSpec) is { } kernel && !(HasString(kernel, Name) && HasString(kernel, DisplayName)))
        {
            var complete = Complete(Complete(kernel, path, Name, DisplayName), path, DisplayName, Name);
            metadata = metadata.With(KernelSpec, complete);
        }

        if (metadata.Field(LanguageInfo) is { } language && !HasString(language, Name))
        {
            warnings.Add(path.Field(LanguageInfo), "'name' is missing or not a string; the object is left out");
            metadata = metadata.Without(LanguageInfo);
        }

        return metadata;
    }

    private JsonElement Check(
        JsonElement metadata, JsonPath path, (string Name, string Legal, Func<JsonElement, bool> IsLegal)[] rules)
    {
        foreach (var (name, legal, isLegal) in rules)
        {
            if (metadata.Field(name) is { } value && !isLegal(value))
            {
                warnings.Add(path.Field(name), $"{legal} is required, this is {What(value)}; it is left out");
                metadata = metadata.Without(name);
            }
        }

        return metadata;
    }

    // The schema asks for both names.
    private JsonElement Complete(JsonElement kernel, JsonPath path, string field, string other)
    {
        if (HasString(kernel, field))
        {
            return kernel;
        }

        string name = kernel.Text(other) ?? kernel.Text("language") ?? "";
        warnings.Add(path.Field(KernelSpec), $"'{field}' is missing or not a string; it is set to '{Excerpt.Of(name)}'");
        return kernel.With(field, JsonValues.Of(name));
    }

    // A string is meant as a tag, or as several with commas between them.
    private JsonElement CheckTags(JsonElement metadata, JsonPath path)
    {
        if (metadata.Field(Tags) is not { } tags)
        {
            return metadata;
        }

        JsonElement[] items = tags.ValueKind switch
        {
            JsonValueKind.Array => [.. tags.EnumerateArray()],
            JsonValueKind.String => [tags],
            _ => [],
        };
        string[] legal =
        [
            .. items.Where(IsString)
                .SelectMany(item => item.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Distinct(StringComparer.Ordinal),
        ];
        bool isLegal = tags.ValueKind == JsonValueKind.Array && legal.Length == items.Length
            && items.Select(item => item.GetString()).SequenceEqual(legal, StringComparer.Ordinal);
        if (isLegal)
        {
            return metadata;
        }

        var list = new JsonArray([.. legal.Select(tag => (JsonNode)JsonValue.Create(tag))]);
        const string Legal = "a list of different tags without commas is required";
        warnings.Add(path, $"{Legal}, this is {What(tags)}; it is read as {list.ToJsonString()}");
        return metadata.With(Tags, JsonValues.Of(list));
    }

    private static string What(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.Null ? JsonKinds.Name(value) : Excerpt.Of(value.GetRawText(), 40);

    private static bool IsObject(JsonElement value) => value.ValueKind == JsonValueKind.Object;

    private static bool HasString(JsonElement value, string field) => value.Field(field) is { } text && IsString(text);

    private static bool IsString(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static bool IsBoolean(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False;
}
