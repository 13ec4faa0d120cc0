using System.Xml.Linq;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// The project that NuGet restores in place of the notebook. The imports are explicit so that the properties which switch off Directory.Build.props,
/// .targets and Directory.Packages.props stand before them.
/// </summary>
internal static class RestoreProject
{
    /// <summary>Creates the project.</summary>
    /// <param name="request">What to restore.</param>
    /// <param name="configFile">
    /// The name of a configuration file beside the project that counts more than all others; null for none.
    /// </param>
    public static XDocument Create(RestoreRequest request, string? configFile) => new(
        new XElement(
            "Project",
            Properties(
                ("ImportDirectoryBuildProps", "false"),
                ("ImportDirectoryBuildTargets", "false"),
                ("ImportDirectoryPackagesProps", "false")),
            Import("Sdk.props"),
            Properties(
                ("TargetFramework", TargetPlatform.Framework),
                ("RuntimeIdentifier", TargetPlatform.RuntimeIdentifier),
                ("SelfContained", "false"),
                ("UseAppHost", "false"),
                ("ManagePackageVersionsCentrally", "false"),
                ("NuGetAudit", "false"),
                ("RestoreRootConfigDirectory", Escape(request.Folder)),
                ("RestoreAdditionalProjectSources", string.Join(';', request.Sources.Select(Escape)))),
            new XElement("ItemGroup", request.Packages.Select(Reference)),
            Import("Sdk.targets"),
            configFile is null ? null : AddConfigFile(configFile)));

    // NuGet finds its configuration files from one folder, the notebook's, and then passes their list on. The list is where a further one
    // can be added without repeating what users have in theirs, secrets above all. Whether it was read is checked after the restore.
    private static XElement AddConfigFile(string configFile) => new(
        "Target",
        new XAttribute("Name", "AddConfigFile"),
        new XAttribute("AfterTargets", "_GetRestoreSettings"),
        Properties(("_OutputConfigFilePaths", $"$(MSBuildProjectDirectory)/{configFile};$(_OutputConfigFilePaths)")));

    private static XElement Properties(params IEnumerable<(string Name, string Value)> properties) =>
        new("PropertyGroup", properties.Select(property => new XElement(property.Name, property.Value)));

    private static XElement Import(string file) => new("Import", new XAttribute("Project", file), new XAttribute("Sdk", "Microsoft.NET.Sdk"));

    // Build logic of packages has no meaning in a notebook and would run code during the restore of the next one.
    private static XElement Reference(PackageRequest package) => new(
        "PackageReference",
        new XAttribute("Include", package.Id),
        new XAttribute("Version", package.Version ?? "*"),
        new XAttribute("ExcludeAssets", "build;buildTransitive;buildMultitargeting;analyzers;contentFiles"));

    // MSBuild's special characters: % first.
    private static string Escape(string value) => value
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("$", "%24", StringComparison.Ordinal)
        .Replace("@", "%40", StringComparison.Ordinal)
        .Replace("'", "%27", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal)
        .Replace("?", "%3F", StringComparison.Ordinal)
        .Replace("*", "%2A", StringComparison.Ordinal);
}
