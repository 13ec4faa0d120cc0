using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Execution;

/// <summary>The names by which notebooks call the language of this engine, and its version.</summary>
public static class CellLanguage
{
    /// <summary>The C# of this engine's SDK: a later version of the compiler must not turn names of cells into keywords.</summary>
    internal const LanguageVersion CSharpVersion = LanguageVersion.CSharp14;

    /// <summary>
    /// Whether a name found in a notebook's or cell's metadata means C#. A polyglot notebook names the language of each cell.
    /// </summary>
    public static bool IsCSharp(string language) =>
        language.Trim().ToLowerInvariant() is "c#" or "csharp" or "cs" or ".net-csharp" or "dotnet-interactive.csharp" or "polyglot-notebook";
}
