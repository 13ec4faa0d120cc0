using System.Text;
using HighLight.Files;

namespace HighLight.Csv;

/// <summary>CSV files of a bounded size, as strict UTF-8.</summary>
internal static class CsvFile
{
    /// <summary>The most bytes that are read.</summary>
    public const long MaxBytes = 4 << 20;

    /// <summary>The text of the file; null, and what is wrong, when it is too large or no UTF-8.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string? Read(string path, out CsvError? error)
    {
        error = null;
        using var stream = File.OpenRead(path);
        if (stream.Length > MaxBytes)
        {
            error = new(1, "", Invariant($"the file has {stream.Length} bytes;"), Invariant($"a table has {MaxBytes} at most."));
            return null;
        }

        try
        {
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            using var reader = new StreamReader(stream, strict, detectEncodingFromByteOrderMarks: false);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            error = new(1, "", "the file is not UTF-8.", "Save it as UTF-8.");
            return null;
        }
    }

    /// <summary>Writes the text under a temporary name beside the target, then renames it.</summary>
    /// <exception cref="IOException">The file cannot or may not be written; the message names it.</exception>
    public static void Write(string path, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text), durable: false);
    }
}
