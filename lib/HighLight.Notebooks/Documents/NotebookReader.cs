using System.Text.Json;
using HighLight.Notebooks.Documents.Dib;

namespace HighLight.Notebooks.Documents;

/// <summary>
/// Reads notebook files: nbformat 4, newer minors than 5 with a warning (https://nbformat.readthedocs.io/en/latest/format_description.html). Text may be a string
/// or a list of lines; what nbformat does not define is kept; an absent <c>metadata</c>, <c>outputs</c> or <c>execution_count</c> is read
/// as empty. Outputs and counts that cannot be read are dropped and ids that cannot be used are replaced, both with a warning: a run makes
/// them anew. Files whose name ends in <c>.dib</c> are read as .NET Interactive reads them.
/// </summary>
public static class NotebookReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long MaximumLength = 512L * 1024 * 1024;

    /// <summary>Reads a notebook file.</summary>
    /// <exception cref="NotebookFormatException">The file is empty, not JSON, too large, or violates nbformat 4; all violations are
    /// named.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ReadNotebook ReadFile(string path)
    {
        long length = new FileInfo(path).Length;
        return length switch
        {
            // Pipes and devices have no length either; reading one could wait for ever or never end.
            0 => throw new NotebookFormatException(path, ["it is empty, or no regular file"]),
            > MaximumLength => throw new NotebookFormatException(path, [Invariant($"it has {length} bytes; the limit is {MaximumLength}")]),
            _ => Read(File.ReadAllBytes(path), path),
        };
    }

    /// <summary>Reads a notebook from the bytes of a file.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark; the text of a .dib file if the name ends in
    /// <c>.dib</c>.</param>
    /// <param name="file">The file's name, which tells the format and stands in messages.</param>
    /// <exception cref="NotebookFormatException">The bytes are not JSON or violate nbformat 4; all violations are named.</exception>
    public static ReadNotebook Read(ReadOnlyMemory<byte> utf8, string file)
    {
        if (DibFormat.IsNameOf(file))
        {
            return DibReader.Read(utf8.Span, file);
        }

        var findings = new Findings();
        var document = new DocumentParser(findings).Parse(Parse(utf8, file, findings.Warnings));
        return findings.Violations.Any
            ? throw new NotebookFormatException(file, findings.Violations.ToImmutable())
            : new ReadNotebook(document!, findings.Warnings.ToImmutable());
    }

    private static RawJson Parse(ReadOnlyMemory<byte> utf8, string file, FindingList warnings)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        try
        {
            return RawJson.Of(NonFiniteLiterals.Replace(utf8, warnings));
        }
        catch (JsonException exception)
        {
            string where = exception is { LineNumber: { } line, BytePositionInLine: { } position } ? Invariant($"line {line + 1}, byte {position + 1}: ") : "";
            throw new NotebookFormatException(file, [$"it is not JSON: {where}{JsonValues.Describe(exception)}"], exception);
        }
    }
}
