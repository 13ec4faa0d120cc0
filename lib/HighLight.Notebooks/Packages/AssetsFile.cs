using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Packages;

/// <summary>Reads <c>project.assets.json</c>, where NuGet writes what a restore chose.</summary>
internal static class AssetsFile
{
    /// <summary>The packages and files chosen for this machine.</summary>
    /// <exception cref="InvalidDataException">The file lacks the target of this machine or a package folder.</exception>
    public static ResolvedPackages Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var libraries = root.GetProperty("libraries");
        string suffix = "/" + TargetPlatform.RuntimeIdentifier;
        var target = root.GetProperty("targets").EnumerateObject().FirstOrDefault(target => target.Name.EndsWith(suffix, StringComparison.Ordinal));
        if (target.Value.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"'{path}' has no target for {TargetPlatform.RuntimeIdentifier}.");
        }

        var packages = ImmutableArray.CreateBuilder<ResolvedPackage>();
        var compile = ImmutableArray.CreateBuilder<string>();
        var runtime = ImmutableArray.CreateBuilder<string>();
        var native = ImmutableArray.CreateBuilder<string>();
        foreach (var library in DependencyOrder.Of(target.Value))
        {
            string relative = libraries.GetProperty(library.Name).GetProperty("path").GetString()!;
            string folder = folders.Select(parent => Path.Combine(parent, relative)).FirstOrDefault(Directory.Exists)
                ?? throw new InvalidDataException($"'{path}' names the package {library.Name}, which is in none of {string.Join(", ", folders)}.");
            string[] name = library.Name.Split('/');
            packages.Add(new ResolvedPackage(name[0], name[1], folder, ResolvedPackage.ReadHash(folder, name[0], name[1])));
            compile.AddRange(Files(library.Value, "compile", folder));
            runtime.AddRange(Files(library.Value, "runtime", folder));
            native.AddRange(Files(library.Value, "native", folder));
        }

        return new ResolvedPackages(packages.ToImmutable(), compile.ToImmutable(), runtime.ToImmutable(), native.ToImmutable());
    }

    // "_._" marks an intentionally empty folder.
    private static IEnumerable<string> Files(JsonElement library, string kind, string folder) =>
        library.TryGetProperty(kind, out var files)
            ? [.. files.EnumerateObject().Where(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)).Select(file => Path.Combine(folder, file.Name))]
            : [];
}
