namespace HighLight.Notebooks.Packages;

/// <summary>The nuget.config files that apply to a folder: those above it and the user's own.</summary>
internal static class NuGetConfiguration
{
    private static readonly string[] Names = ["nuget.config", "NuGet.config", "NuGet.Config"];

    public static IEnumerable<string> Files(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (Names.Select(name => Path.Combine(current.FullName, name)).FirstOrDefault(File.Exists) is { } file)
            {
                yield return file;
            }
        }

        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string roaming = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData);
        foreach (string file in new[] { Path.Combine(home, ".nuget", "NuGet", "NuGet.Config"), Path.Combine(roaming, "NuGet", "NuGet.Config") })
        {
            if (File.Exists(file))
            {
                yield return file;
            }
        }
    }
}
