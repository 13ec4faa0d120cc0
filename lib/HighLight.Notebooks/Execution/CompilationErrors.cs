using System.Globalization;
using Microsoft.CodeAnalysis;

namespace HighLight.Notebooks.Execution;

/// <summary>Describes what the compiler rejected.</summary>
internal static class CompilationErrors
{
    public static CellError Describe(IEnumerable<Diagnostic> diagnostics, string cellFile)
    {
        var errors = diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToArray();
        var messages = errors.Select(error => $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}").ToArray();
        var first = errors.FirstOrDefault();
        int? line = first is null ? null : Line(first.Location, cellFile);
        var located = errors.Select((error, i) => Position(error.Location, cellFile) + messages[i]).ToArray();
        return new CellError(CellError.Compilation, messages is [var only] ? only : string.Join('\n', messages.Take(1).Concat(located.Skip(1))), line, [.. located]);
    }

    private static int? Line(Location location, string cellFile)
    {
        var span = location.GetLineSpan();
        return location.IsInSource && string.Equals(span.Path, cellFile, StringComparison.Ordinal) ? span.StartLinePosition.Line + 1 : null;
    }

    private static string Position(Location location, string cellFile)
    {
        if (!location.IsInSource)
        {
            return "";
        }

        var span = location.GetLineSpan();
        string file = string.Equals(span.Path, cellFile, StringComparison.Ordinal) ? "" : Path.GetFileName(span.Path) + " ";
        return Invariant($"{file}line {span.StartLinePosition.Line + 1}, column {span.StartLinePosition.Character + 1}: ");
    }
}
