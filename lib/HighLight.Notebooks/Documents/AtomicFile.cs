namespace HighLight.Notebooks.Documents;

/// <summary>Files that are written whole or not at all.</summary>
public static class AtomicFile
{
    // A temporary name must fit where the target's own name just fits.
    private const int KeptNameLength = 40;

    /// <summary>
    /// Writes the bytes to a temporary file in the target's folder and moves it over the target. A link is followed, so that the link stays; the
    /// permissions of an existing target stay too. After a failure no temporary file remains and the target is as it was.
    /// </summary>
    /// <param name="path">The target.</param>
    /// <param name="content">What it holds afterwards.</param>
    /// <exception cref="IOException">The file cannot or may not be written; the message names it.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string target = Target(path);
        string name = Path.GetFileName(target);
        string temporary = Path.Combine(Path.GetDirectoryName(target)!, Invariant($"{name[..Math.Min(name.Length, KeptNameLength)]}.{Environment.ProcessId}.tmp"));
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new IOException($"'{path}' could not be written: {exception.Message}", exception);
        }
    }

    /// <summary>The file that a write to <paramref name="path"/> replaces, as a full path: where a link leads to, else the path itself.</summary>
    public static string Target(string path) =>
        (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
}
