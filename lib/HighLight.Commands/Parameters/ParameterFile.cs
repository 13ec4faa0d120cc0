using System.Collections.Immutable;
using System.Text;

namespace HighLight.Commands.Parameters;

/// <summary>Reads the parameters that a JSON or YAML file gives: an object whose keys are the names.</summary>
internal static class ParameterFile
{
    /// <summary>Bytes of the largest file read, and of the values that YAML's aliases may add to it: 1 MiB.</summary>
    public const int MaximumLength = 1 << 20;

    /// <summary>Arrays within each other, at most.</summary>
    public const int MaximumDepth = 32;

    /// <summary>The parameters in the order of the file.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="problems">Receives a line, with the fix, for each thing that cannot be used.</param>
    public static ImmutableArray<NotebookParameter> Read(string path, string name, ICollection<string> problems)
    {
        var extension = Path.GetExtension(path).ToUpperInvariant();
        if (extension is not (".JSON" or ".YAML" or ".YML"))
        {
            problems.Add($"--parameters '{name}': its name must end with .json, .yaml or .yml, because that tells how it is read.");
            return [];
        }

        var found = new ParameterFileProblems(name, problems);
        try
        {
            var text = ReadText(path);
            return extension is ".JSON" ? JsonParameters.Read(text, found) : YamlParameters.Read(text, found);
        }
        catch (ParameterFileException exception)
        {
            found.Add(exception.Line, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add($"--parameters '{name}' cannot be read: {exception.Message}");
        }

        return [];
    }

    private static string ReadText(string path)
    {
        // The length of a pipe is not known beforehand.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1);
        var bytes = new byte[MaximumLength + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MaximumLength)
        {
            throw new ParameterFileException(
                null, "it is larger than 1 MiB, the most that is read. Keep large data in a file of its own, and give its path.");
        }

        ReadOnlySpan<byte> text = bytes.AsSpan(0, length);
        text = text.StartsWith(Encoding.UTF8.Preamble) ? text[3..] : text;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text);
        }
        catch (DecoderFallbackException exception)
        {
            long line = 1 + text[..Math.Clamp(exception.Index, 0, text.Length)].Count((byte)'\n');
            throw new ParameterFileException(line, "it is not UTF-8 text. Save it as UTF-8.");
        }
    }
}
