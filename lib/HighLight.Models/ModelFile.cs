using HighLight.Files;

namespace HighLight.Models;

/// <summary>Model files that are written whole or not at all.</summary>
internal static class ModelFile
{
    /// <summary>Writes under a temporary name beside the target, then renames. A link is followed, so that the link stays.</summary>
    /// <exception cref="IOException">The file cannot or may not be written, or is there and must not be replaced; the message names it.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        var target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
        if (!overwrite && File.Exists(target))
        {
            throw new IOException($"'{path}' is there already. Give another path, or allow it to be overwritten.");
        }

        string? temporary = null;
        try
        {
            using (var stream = TemporaryFile.Create(target))
            {
                temporary = stream.Name;
                stream.Write(content);
                stream.Flush(flushToDisk: true);
                TemporaryFile.Commit(stream, target, overwrite);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (temporary is not null)
            {
                File.Delete(temporary);
            }

            throw new IOException($"'{path}' could not be written: {problem.Message}", problem);
        }
    }
}
