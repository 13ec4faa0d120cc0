using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Packages;

/// <summary>What NuGet says of a restore before it begins: where it looked for settings and will look for packages.</summary>
/// <param name="Sources">The sources, as URLs and folders.</param>
/// <param name="ConfigFiles">The configuration files; the first counts most.</param>
internal sealed record RestoreGraph(ImmutableArray<string> Sources, ImmutableArray<string> ConfigFiles)
{
    /// <summary>Reads <c>*.nuget.dgspec.json</c>; nothing if NuGet did not get that far.</summary>
    public static RestoreGraph Read(string file)
    {
        if (!File.Exists(file))
        {
            return new RestoreGraph([], []);
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        ImmutableArray<JsonElement> restores =
        [
            .. document.RootElement.GetProperty("projects").EnumerateObject().Select(project => project.Value.GetProperty("restore")),
        ];
        return new RestoreGraph(
            Distinct(restores, "sources", sources => sources.EnumerateObject().Select(source => source.Name)),
            Distinct(restores, "configFilePaths", files => files.EnumerateArray().Select(path => path.GetString()!)));
    }

    private static ImmutableArray<string> Distinct(
        ImmutableArray<JsonElement> restores,
        string property,
        Func<JsonElement, IEnumerable<string>> read)
    {
        var values = restores.SelectMany(restore => restore.TryGetProperty(property, out var value) ? read(value) : []);
        return [.. values.Distinct(StringComparer.Ordinal)];
    }
}
