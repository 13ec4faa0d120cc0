namespace HighLight.Commands.Tests.EndToEnd;

/// <summary>The checkout that the tests were built from, and what it builds.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Debug or Release, as the tests were built.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The built tool, with its host folder beside it.</summary>
    public static string Tool { get; } = Path.Combine(Root, "lib", "HighLight.Cli", "bin", Configuration, "net10.0", "highlight.dll");

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
