using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// Merges configuration files as NuGet does: section by section from the file that counts least, where a later entry replaces an earlier
/// one of the same key and <c>&lt;clear /&gt;</c> drops all that came before it.
/// </summary>
internal static class NuGetSettingsReader
{
    private const string PackagesVariable = "NUGET_PACKAGES";

    /// <summary>Reads the files; the first counts most.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read or is not XML; the message names it.</exception>
    public static NuGetSettings Read(ImmutableArray<string> files)
    {
        var loaded = files.Reverse().Select(file => (file, Load(file))).ToList();

        // NuGet asks only whether the name is there: the value may even be "false".
        var disabled = Merge(loaded, "disabledPackageSources")
            .Select(entry => Key(entry.Element))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sources = Merge(loaded, "packageSources")
            .Where(entry => !disabled.Contains(Key(entry.Element)))
            .Select(entry => new PackageSource(Key(entry.Element), FullPath(entry)));
        string packages = Environment.GetEnvironmentVariable(PackagesVariable) is { Length: > 0 } variable
            ? Path.GetFullPath(variable)
            : Merge(loaded, "config").Where(IsPackagesFolder).Select(FullPath).LastOrDefault()
                ?? Path.Combine(NuGetConfigFiles.Home, ".nuget", "packages");
        return new NuGetSettings(
            files,
            [.. sources],
            [.. Merge(loaded, "packageSourceMapping").SelectMany(Patterns)],
            [.. Merge(loaded, "notebookSourceMapping").SelectMany(Patterns)],
            [packages, .. Merge(loaded, "fallbackPackageFolders").Select(FullPath)]);
    }

    private static XElement Load(string file)
    {
        try
        {
            return XDocument.Load(file).Root!;
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The configuration file '{file}' cannot be read: {exception.Message}", exception);
        }
    }

    private static List<(string File, XElement Element)> Merge(List<(string File, XElement Root)> files, string section)
    {
        var merged = new List<(string File, XElement Element)>();
        foreach (var (file, root) in files)
        {
            foreach (var element in root.Elements(section).Elements())
            {
                if (element.Name == "clear")
                {
                    merged.Clear();
                    continue;
                }

                merged.RemoveAll(other => string.Equals(Key(other.Element), Key(element), StringComparison.OrdinalIgnoreCase));
                merged.Add((file, element));
            }
        }

        return merged;
    }

    private static IEnumerable<SourcePattern> Patterns((string File, XElement Element) entry) => entry.Element.Elements("package")
        .Select(package => package.Attribute("pattern")?.Value.Trim())
        .OfType<string>()
        .Where(pattern => pattern.Length > 0)
        .Select(pattern => new SourcePattern(Key(entry.Element), pattern, entry.File));

    private static bool IsPackagesFolder((string File, XElement Element) entry) =>
        string.Equals(Key(entry.Element), "globalPackagesFolder", StringComparison.OrdinalIgnoreCase);

    private static string Key(XElement element) => Expand(element.Attribute("key")?.Value);

    private static string Value(XElement element) => Expand(element.Attribute("value")?.Value);

    private static string Expand(string? text) => Environment.ExpandEnvironmentVariables(text ?? "").Trim();

    // Paths are relative to the file that holds them.
    private static string FullPath((string File, XElement Element) entry)
    {
        string value = Value(entry.Element);
        return value.Contains("://", StringComparison.Ordinal) ? value : Path.GetFullPath(value, Path.GetDirectoryName(entry.File)!);
    }
}
