using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HighLight.Notebooks.Documents;

/// <summary>A kernel as the metadata of polyglot notebooks describe it.</summary>
/// <param name="Name">Its name, such as "csharp".</param>
/// <param name="LanguageName">Its language, such as "C#"; null if it is not told.</param>
/// <param name="Aliases">Other names that mean it.</param>
internal sealed record Kernel(string Name, string? LanguageName, ImmutableArray<string> Aliases)
{
    public static Kernel CSharp { get; } = new("csharp", KernelLanguage.CSharp, ["c#", "C#", "cs"]);

    /// <summary>The kernel that an item of <c>kernelInfo.items</c> describes; null if it does not.</summary>
    public static Kernel? Of(JsonElement item) =>
        item.Text("name") is { } name && IsUsable(name)
            ? new Kernel(name, item.Text("languageName"), Strings(item.Field("aliases")))
            : null;

    /// <summary>Whether a line can hold the name.</summary>
    public static bool IsUsable(string name) => !string.IsNullOrWhiteSpace(name) && !name.StartsWith('#') && !name.Any(char.IsControl);

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["name"] = Name };
        if (LanguageName is not null)
        {
            json["languageName"] = LanguageName;
        }

        if (!Aliases.IsEmpty)
        {
            json["aliases"] = new JsonArray([.. Aliases.Select(alias => (JsonNode)JsonValue.Create(alias))]);
        }

        return json;
    }

    private static ImmutableArray<string> Strings(JsonElement? array) =>
        array is { ValueKind: JsonValueKind.Array } items
            ? [.. items.EnumerateArray().Select(item => item.Text()).OfType<string>().Where(IsUsable)]
            : [];
}
