using HighLight.Files;

namespace HighLight.Notebooks.Documents;

/// <summary>Files that are written whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes the bytes to a temporary file in the target's folder and moves it over the target. A link is followed, so that the link stays; the
    /// permissions of an existing target stay too.
    /// </summary>
    /// <remarks>
    /// After a failure no temporary file remains and the target is as it was. A process that is killed may leave a temporary file; the
    /// next durable write of the same target that comes a minute later or more deletes it.
    /// </remarks>
    /// <param name="path">The target.</param>
    /// <param name="content">What it holds afterwards.</param>
    /// <param name="durable">
    /// Whether the content is on the disk when the call returns. False for an intermediate result: whole after the death of a process,
    /// but not surely after that of the machine.
    /// </param>
    /// <exception cref="IOException">The file cannot or may not be written; the message names it.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool durable = true)
    {
        string target = Target(path);
        string? temporary = null;
        try
        {
            using (var stream = TemporaryFile.Create(target))
            {
                temporary = stream.Name;
                stream.Write(content);
                stream.Flush(flushToDisk: durable);
                TemporaryFile.Commit(stream, target);
            }

            if (durable)
            {
                TemporaryFile.Sweep(target, TimeProvider.System.GetUtcNow());
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (temporary is not null)
            {
                File.Delete(temporary);
            }

            throw new IOException($"'{path}' could not be written: {exception.Message}", exception);
        }
    }

    /// <summary>The file that a write to <paramref name="path"/> replaces, as a full path: where a link leads to, else the path itself.</summary>
    public static string Target(string path) =>
        (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
}
