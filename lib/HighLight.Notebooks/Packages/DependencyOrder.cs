using System.Text.Json;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// The packages of a restore, each after those that it needs: what a package registers must not be undone by its dependencies.
/// </summary>
internal static class DependencyOrder
{
    /// <summary>The libraries of a target of <c>project.assets.json</c> that are packages, in that order, else in the file's own.</summary>
    public static IReadOnlyList<JsonProperty> Of(JsonElement target)
    {
        var packages = target.EnumerateObject().Where(library => library.Value.GetProperty("type").ValueEquals("package"))
            .ToDictionary(library => library.Name.Split('/')[0], StringComparer.OrdinalIgnoreCase);
        var ordered = new List<JsonProperty>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string id in packages.Keys)
        {
            Add(id);
        }

        return ordered;

        void Add(string id)
        {
            if (!packages.TryGetValue(id, out var package) || !seen.Add(id))
            {
                return;
            }

            if (package.Value.TryGetProperty("dependencies", out var needed))
            {
                foreach (var dependency in needed.EnumerateObject())
                {
                    Add(dependency.Name);
                }
            }

            ordered.Add(package);
        }
    }
}
