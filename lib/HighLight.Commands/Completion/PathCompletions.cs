using System.Collections.Immutable;

namespace HighLight.Commands.Completion;

/// <summary>Files and folders whose names begin with what is typed.</summary>
internal static class PathCompletions
{
    /// <summary>The most names that are offered.</summary>
    private const int Maximum = 1000;

    private static readonly EnumerationOptions AllEntries = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <summary>The paths, written as they were begun, in ordinal order; those of folders end with a slash.</summary>
    /// <param name="typed">What is typed of the path.</param>
    /// <param name="currentDirectory">What a relative path starts from.</param>
    /// <param name="files">Whether files are offered, not only folders.</param>
    /// <param name="extensions">The extensions of those files, in any case; empty for any.</param>
    public static ImmutableArray<string> Of(string typed, string currentDirectory, bool files, ImmutableArray<string> extensions)
    {
        var split = typed.LastIndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]) + 1;
        var (folder, begun) = (typed[..split], typed[split..]);
        try
        {
            return
            [
                .. new DirectoryInfo(Locate(folder, currentDirectory)).EnumerateFileSystemInfos("*", AllEntries)
                    .Where(entry => entry.Name.StartsWith(begun, StringComparison.Ordinal))
                    .Where(entry => (begun.StartsWith('.') || !entry.Name.StartsWith('.')) && !entry.Name.Any(char.IsControl))
                    .Select(entry => IsFolder(entry) ? entry.Name + "/" : files && HasExtension(entry, extensions) ? entry.Name : null)
                    .OfType<string>()
                    .Take(Maximum)
                    .Order(StringComparer.Ordinal)
                    .Select(name => folder + name),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    private static string Locate(string folder, string currentDirectory) => folder.StartsWith("~/", StringComparison.Ordinal)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), folder[2..])
        : Path.GetFullPath(folder.Length == 0 ? "." : folder, currentDirectory);

    /// <summary>A link to a folder is one too.</summary>
    private static bool IsFolder(FileSystemInfo entry) => Directory.Exists(entry.FullName);

    private static bool HasExtension(FileSystemInfo entry, ImmutableArray<string> extensions) =>
        extensions.IsEmpty || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase);
}
