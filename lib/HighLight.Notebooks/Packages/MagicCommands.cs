namespace HighLight.Notebooks.Packages;

/// <summary>The magic commands of .NET Interactive that the engine itself understands.</summary>
internal static class MagicCommands
{
    public const string Time = "#!time";
    public const string Markdown = "#!markdown";

    /// <summary>What a refusal says can be written instead.</summary>
    private const string Supported =
        "#!csharp, #!markdown, #!time, the directives #r \"nuget: Id, Version\", #r \"path.dll\", #i \"nuget: source\""
        + " and #load \"path.csx\", and the magic commands that referenced packages bring";

    public static bool IsCSharp(string name) => name is "#!csharp" or "#!c#" or "#!C#" or "#!cs";

    /// <summary>Whether a line is a magic command, which <c>#!/bin/sh</c> is not.</summary>
    public static bool IsMagic(ReadOnlySpan<char> line) => line.StartsWith("#!") && line.Length > 2 && char.IsAsciiLetter(line[2]);

    /// <summary>The refusal of a command that neither the engine nor a package knows.</summary>
    public static DirectiveException Unsupported(string name, int line, IReadOnlyCollection<string> fromPackages)
    {
        string loaded = fromPackages.Count == 0 ? "" : $" ({string.Join(", ", fromPackages)})";
        return new DirectiveException(
            line, $"The magic command '{name}' is not supported: cells are C#, with {Supported}{loaded}. Remove it.");
    }
}
