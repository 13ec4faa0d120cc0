namespace HighLight.Commands.Notebooks;

/// <summary>
/// The files that are notebooks, by their names: Jupyter's <c>.ipynb</c> and .NET Interactive's script <c>.dib</c>, in any letter case.
/// </summary>
internal static class NotebookFile
{
    /// <summary>A notebook with its outputs.</summary>
    public const string Extension = ".ipynb";

    /// <summary>A script: cells without outputs.</summary>
    public const string ScriptExtension = ".dib";

    /// <summary>Both, for messages.</summary>
    public const string Extensions = ".ipynb or .dib";

    /// <summary>Whether <paramref name="path"/> is named like a notebook.</summary>
    public static bool IsNotebook(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || IsScript(path);

    /// <summary>Whether <paramref name="path"/> is named like a script.</summary>
    public static bool IsScript(string path) => path.EndsWith(ScriptExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The file name of the executed notebook: its own, with <c>.ipynb</c> in place of <c>.dib</c>.</summary>
    public static string OutputName(string notebook) =>
        IsScript(notebook) ? Path.GetFileNameWithoutExtension(notebook) + Extension : Path.GetFileName(notebook);
}
