namespace HighLight.Interactive.Tests.Kernel;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Debug or Release, as the tests were built.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The names of the committed notebooks, in order.</summary>
    public static IEnumerable<string> Notebooks =>
        Directory.EnumerateFiles(Path.Combine(Root, "notebooks"), "*.ipynb")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HighLightNotebooks.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("HighLightNotebooks.sln is in no folder above the tests.");
    }
}
