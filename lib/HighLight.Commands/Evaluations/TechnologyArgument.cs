using System.Collections.Immutable;
using HighLight.Technology;

namespace HighLight.Commands.Evaluations;

/// <summary>A technology table as it is named on the command line: a built-in one, or a CSV file.</summary>
internal static class TechnologyArgument
{
    /// <summary>The built-in tables.</summary>
    public static ImmutableArray<string> Names { get; } = [.. TechnologyTable.BuiltIn.Select(table => table.Name)];

    /// <summary>The table; null when there is none and <paramref name="problems"/> says why.</summary>
    /// <param name="text">A name, or the path of a CSV file.</param>
    /// <param name="currentDirectory">What a relative path starts from.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static TechnologyTable? Read(string text, string currentDirectory, ICollection<string> problems)
    {
        if (TechnologyTable.BuiltIn.FirstOrDefault(table => table.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        if (text.Contains('\0', StringComparison.Ordinal) || !File.Exists(Path.GetFullPath(text, currentDirectory)))
        {
            problems.Add($"--technology: '{text}' is neither a built-in table nor a file. {NearestName.Advice(text, Names)} A table of your own is given as the path of a CSV file.");
            return null;
        }

        try
        {
            return TechnologyTable.FromCsv(Path.GetFullPath(text, currentDirectory));
        }
        catch (Exception exception) when (exception is TechnologyCsvException or IOException or UnauthorizedAccessException)
        {
            problems.Add($"--technology: {exception.Message}");
            return null;
        }
    }
}
