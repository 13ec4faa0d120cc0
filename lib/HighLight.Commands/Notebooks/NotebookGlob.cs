using System.IO.Enumeration;
using HighLight.Commands.Files;

namespace HighLight.Commands.Notebooks;

/// <summary>
/// Expands <c>*</c> and <c>?</c> within a name and <c>**</c> as a whole segment (any number of folders) to the notebooks they match. Hidden
/// files and folders (<c>.ipynb_checkpoints</c>) match only a segment that begins with a dot, and <c>**</c> does not follow links.
/// </summary>
internal static class NotebookGlob
{
    /// <summary>Whether <paramref name="argument"/> is a pattern and not a plain path.</summary>
    public static bool IsPattern(string argument) => argument.AsSpan().ContainsAny('*', '?');

    /// <summary>The matching notebooks as absolute paths in ordinal order, each once.</summary>
    /// <param name="pattern">Separated by <c>/</c> (on Windows by <c>\</c> too).</param>
    /// <param name="folder">What a relative pattern starts from.</param>
    public static IEnumerable<string> Expand(string pattern, string folder)
    {
        var root = Path.GetPathRoot(pattern) is { Length: > 0 } given ? Path.GetFullPath(given, folder) : folder;
        var segments = pattern[(Path.GetPathRoot(pattern)?.Length ?? 0)..]
            .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        return Match(root, segments).Where(NotebookFile.IsNotebook).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    /// <summary>
    /// The notebooks directly inside <paramref name="folder"/>, whatever the case of their extensions, hidden ones not counted, in
    /// ordinal order.
    /// </summary>
    public static IEnumerable<string> Inside(string folder) => Expand("*", folder);

    private static IEnumerable<string> Match(string folder, ReadOnlyMemory<string> segments)
    {
        if (segments.IsEmpty)
        {
            return [];
        }

        var (segment, rest) = (segments.Span[0], segments[1..]);
        if (segment is "**")
        {
            return Match(folder, rest.IsEmpty ? new[] { "*" } : rest)
                .Concat(Folders(folder, "*", followLinks: false).SelectMany(inner => Match(inner, segments)));
        }

        if (rest.IsEmpty)
        {
            return Entries(folder, segment, (ref entry) => !entry.IsDirectory, followLinks: true);
        }

        return IsPattern(segment)
            ? Folders(folder, segment, followLinks: true).SelectMany(inner => Match(inner, rest))
            : Match(Path.GetFullPath(segment, folder), rest);
    }

    private static IEnumerable<string> Folders(string folder, string segment, bool followLinks) =>
        Entries(folder, segment, (ref entry) => entry.IsDirectory, followLinks);

    private static IEnumerable<string> Entries(
        string folder, string segment, FileSystemEnumerable<string>.FindPredicate accept, bool followLinks)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var options = new EnumerationOptions
        {
            AttributesToSkip = followLinks ? FileAttributes.None : FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
        };
        return new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                accept(ref entry)
                && (entry.FileName[0] != '.' || segment[0] == '.')
                && FileSystemName.MatchesSimpleExpression(segment, entry.FileName, PathComparison.IgnoresCase),
        };
    }
}
