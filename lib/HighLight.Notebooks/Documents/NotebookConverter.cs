using System.Collections.Immutable;
using HighLight.Files;
using HighLight.Notebooks.Documents.Dib;

namespace HighLight.Notebooks.Documents;

/// <summary>Converts notebooks between Jupyter's format (.ipynb) and .NET Interactive's own (.dib).</summary>
public static class NotebookConverter
{
    private const string Notebook = ".ipynb";

    /// <summary>
    /// Converts a file. Cells, their order, languages and texts are kept; a .dib file holds no outputs, attachments or metadata of cells,
    /// nor cells without text.
    /// </summary>
    /// <param name="inputPath">The file to read, .ipynb or .dib in any case of letters.</param>
    /// <param name="outputPath">The file to write, of the other format; replaced if it exists.</param>
    /// <returns>What is odd in the input or left out of the output.</returns>
    /// <exception cref="ConversionException">The names do not fit, or the input cannot be opened; all problems are named.</exception>
    /// <exception cref="NotebookFormatException">The input is not a notebook.</exception>
    /// <exception cref="IOException">The output cannot be written; it is as it was.</exception>
    public static ImmutableArray<string> Convert(string inputPath, string outputPath)
    {
        if (Problems(inputPath, outputPath) is { Count: > 0 } problems)
        {
            throw new ConversionException(string.Join('\n', problems));
        }

        var (document, warnings) = Read(inputPath);
        if (!DibFormat.IsNameOf(outputPath))
        {
            NotebookWriter.WriteFile(document.WithKernelInfo(), outputPath);
            return warnings;
        }

        var (bytes, losses) = DibWriter.Write(document);
        AtomicFile.Write(outputPath, bytes);
        return warnings.AddRange(losses);
    }

    private static List<string> Problems(string input, string output)
    {
        var problems = new List<string>();
        foreach (string path in new[] { input, output }.Where(path => !DibFormat.IsNameOf(path) && !IsNotebook(path)))
        {
            problems.Add($"'{path}': only {Notebook} and {DibFormat.Extension} files are converted; name a file that ends in one of them.");
        }

        if (problems.Count == 0 && DibFormat.IsNameOf(input) == DibFormat.IsNameOf(output))
        {
            string other = DibFormat.IsNameOf(input) ? Notebook : DibFormat.Extension;
            string fix = $"name an output that ends in {other}, such as '{Path.ChangeExtension(output, other)}'.";
            problems.Add($"'{input}' and '{output}' have the same format; {fix}");
        }

        if (string.Equals(AtomicFile.Target(input), AtomicFile.Target(output), StringComparison.Ordinal))
        {
            problems.Add($"'{output}' is the input itself; name another output.");
        }

        if (Directory.Exists(output))
        {
            problems.Add($"'{output}' is a folder; name a file.");
        }
        else if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(output))))
        {
            problems.Add($"The folder of '{output}' does not exist; create it first.");
        }

        return problems;
    }

    private static bool IsNotebook(string path) => Path.GetExtension(path).Equals(Notebook, StringComparison.OrdinalIgnoreCase);

    private static ReadNotebook Read(string path)
    {
        try
        {
            return NotebookReader.ReadFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConversionException($"'{path}' cannot be read: {exception.Message}", exception);
        }
    }
}
