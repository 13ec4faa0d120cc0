using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace HighLight.Commands.Reproduction;

/// <summary>A project that becomes a package: a library for notebooks, or a tool.</summary>
/// <param name="File">Absolute path of its project file.</param>
/// <param name="PackageId">What users call it.</param>
/// <param name="IsTool">Whether it is installed rather than referenced, so that no notebook needs it.</param>
internal sealed record PackableProject(string File, string PackageId, bool IsTool)
{
    /// <summary>
    /// The projects directly in folders of <paramref name="libraries"/> that say <c>IsPackable</c>, in ordinal order.
    /// </summary>
    /// <exception cref="InvalidDataException">A project file is no XML; the message names it.</exception>
    public static ImmutableArray<PackableProject> In(string libraries)
    {
        if (!Directory.Exists(libraries))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateDirectories(libraries)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
                .Order(StringComparer.Ordinal)
                .Select(Read)
                .OfType<PackableProject>(),
        ];
    }

    private static PackableProject? Read(string file)
    {
        XElement project;
        try
        {
            project = XDocument.Load(file).Root!;
        }
        catch (XmlException exception)
        {
            throw new InvalidDataException($"{file} is no valid project file: {exception.Message}", exception);
        }

        var id = Property(project, "PackageId") ?? Path.GetFileNameWithoutExtension(file);
        return IsTrue(project, "IsPackable") ? new PackableProject(file, id, IsTrue(project, "PackAsTool")) : null;
    }

    private static bool IsTrue(XElement project, string property) =>
        string.Equals(Property(project, property), "true", StringComparison.OrdinalIgnoreCase);

    private static string? Property(XElement project, string property) =>
        project.Elements("PropertyGroup").Elements(property).LastOrDefault()?.Value.Trim();
}
