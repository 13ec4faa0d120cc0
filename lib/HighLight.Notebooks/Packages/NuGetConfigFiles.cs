namespace HighLight.Notebooks.Packages;

/// <summary>The configuration files that NuGet reads for a folder, found by its own rules.</summary>
internal static class NuGetConfigFiles
{
    private static readonly string[] Names = ["nuget.config", "NuGet.config", "NuGet.Config"];

    /// <summary>Where NuGet keeps what belongs to a user: the home folder, or what DOTNET_CLI_HOME names.</summary>
    public static string Home => Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") is { Length: > 0 } home
        ? home
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);

    private static string UserFolder => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "NuGet")
        : Path.Combine(Home, ".nuget", "NuGet");

    private static string MachineFolder => Path.Combine(
        OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86)
        : Environment.GetEnvironmentVariable("NUGET_COMMON_APPLICATION_DATA") is { Length: > 0 } common ? common
        : OperatingSystem.IsMacOS() ? "/Library/Application Support"
        : "/etc/opt",
        "NuGet",
        "Config");

    /// <summary>
    /// The files that apply to <paramref name="folder"/>: those at and above it, the user's, the machine's; the first counts most.
    /// </summary>
    public static IEnumerable<string> For(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (Names.Select(name => Path.Combine(current.FullName, name)).FirstOrDefault(File.Exists) is { } file)
            {
                yield return file;
            }
        }

        string user = Path.Combine(UserFolder, "NuGet.Config");
        if (File.Exists(user))
        {
            yield return user;
        }

        foreach (string file in Inside(Path.Combine(UserFolder, "config")).Concat(Inside(MachineFolder)))
        {
            yield return file;
        }
    }

    private static IEnumerable<string> Inside(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file.AsSpan()).Equals(".config", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
        : [];
}
