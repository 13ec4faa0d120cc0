namespace HighLight.Commands.Notebooks;

/// <summary>Tells a folder that is to be written to, and made if need be, from a mistyped file name.</summary>
internal static class FolderName
{
    /// <summary>The legal forms, for messages.</summary>
    public static string Forms { get; } =
        $"Give a folder that exists, or the name of a new one: it ends with '{Path.DirectorySeparatorChar}' or has no extension";

    /// <summary>Whether it is one of these forms.</summary>
    public static bool IsFolder(string name, string currentDirectory) =>
        name is not ("" or "-")
        && !name.Contains('\0', StringComparison.Ordinal)
        && (Path.EndsInDirectorySeparator(name)
            || Path.GetExtension(name).Length == 0
            || Directory.Exists(Path.GetFullPath(name, currentDirectory)));
}
