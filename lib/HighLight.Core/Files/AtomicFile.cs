namespace HighLight.Files;

/// <summary>Files that are written whole or not at all. Compiled into every library that writes files.</summary>
internal static class AtomicFile
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
    /// <param name="overwrite">Whether a file that is there is replaced; where not, it is an error.</param>
    /// <exception cref="IOException">The file cannot or may not be written, or must not be replaced; the message names it.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool durable = true, bool overwrite = true) =>
        Write(path, content, static (stream, bytes) => stream.Write(bytes), durable, overwrite);

    /// <summary>As <see cref="Write(string, ReadOnlySpan{byte}, bool, bool)"/>, from what writes the bytes to a stream without a buffer.</summary>
    /// <exception cref="IOException">The file cannot or may not be written; the message names it.</exception>
    public static void Write(string path, Action<Stream> write, bool durable = true) =>
        Write(path, write, static (stream, action) => action(stream), durable, overwrite: true);

    /// <summary>As <see cref="Write(string, ReadOnlySpan{byte}, bool, bool)"/>, from what fills a file that it is given the path of.</summary>
    /// <exception cref="IOException">The file cannot or may not be written; the message names it.</exception>
    public static void WriteByPath(string path, Action<string> write)
    {
        var target = Target(path);
        string? temporary = null;
        try
        {
            using (var stream = TemporaryFile.Create(target))
            {
                temporary = stream.Name;
            }

            write(temporary);
            File.Move(temporary, target, overwrite: true);
            temporary = null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, exception);
        }
        finally
        {
            Delete(temporary);
        }
    }

    /// <summary>The file that a write to <paramref name="path"/> replaces, as a full path: where a link leads to, else the path itself.</summary>
    public static string Target(string path) =>
        (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);

    private static void Write<T>(string path, T content, Action<Stream, T> write, bool durable, bool overwrite)
        where T : allows ref struct
    {
        var target = Target(path);
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
                write(stream, content);
                stream.Flush(flushToDisk: durable);
                TemporaryFile.Commit(stream, target, overwrite);
                temporary = null;
            }

            if (durable)
            {
                TemporaryFile.Sweep(target, TimeProvider.System.GetUtcNow());
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, exception);
        }
        finally
        {
            Delete(temporary);
        }
    }

    private static void Delete(string? temporary)
    {
        if (temporary is not null)
        {
            File.Delete(temporary);
        }
    }

    private static IOException Failed(string path, Exception exception)
    {
        var message = $"'{path}' could not be written: {exception.Message}";
        return exception is DirectoryNotFoundException ? new DirectoryNotFoundException(message, exception) : new IOException(message, exception);
    }
}
