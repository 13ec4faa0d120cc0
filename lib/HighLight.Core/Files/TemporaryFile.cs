using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace HighLight.Files;

/// <summary>
/// The file that is written in place of another one and then renamed over it. Compiled into every library that writes files.
/// </summary>
internal static partial class TemporaryFile
{
    private const int RandomBytes = 16;

    // A temporary name must fit where the target's own name just fits.
    private const int KeptNameLength = 40;

    private static readonly TimeSpan LeftoverAge = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Makes a new file beside <paramref name="target"/> whose name nobody can guess; <see cref="FileStream.Name"/> has it.
    /// </summary>
    /// <param name="target">The file that it will replace: its permissions are kept.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public static FileStream Create(string target)
    {
        string full = Path.GetFullPath(target);
        string name = Invariant($"{Prefix(full)}{RandomNumberGenerator.GetHexString(2 * RandomBytes, lowercase: true)}.tmp");
        // CreateNew never opens what is there already, a link least of all. Unbuffered: whole contents are written at once.
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            // Elsewhere than on Windows it is still open when it is renamed: whoever then opens the target must be able to read it.
            Share = OperatingSystem.IsWindows() ? FileShare.None : FileShare.Read,
            BufferSize = 0,
        };
        UnixFileMode? mode = !OperatingSystem.IsWindows() && File.Exists(full) ? File.GetUnixFileMode(full) : null;
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        var stream = new FileStream(Path.Combine(Path.GetDirectoryName(full) ?? full, name), options);
        try
        {
            if (!OperatingSystem.IsWindows() && mode is { } kept)
            {
                File.SetUnixFileMode(stream.SafeFileHandle, kept); // what the process's mask took away
            }

            return stream;
        }
        catch
        {
            stream.Dispose();
            File.Delete(stream.Name);
            throw;
        }
    }

    /// <summary>
    /// Renames the file over <paramref name="target"/> and closes it, in this order where the system allows it: while it is open, no
    /// sweep takes it.
    /// </summary>
    /// <param name="stream">From <see cref="Create"/>, written.</param>
    /// <param name="target">The file that it replaces.</param>
    /// <param name="overwrite">Whether it may replace one.</param>
    /// <exception cref="IOException">The file cannot be renamed.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be renamed.</exception>
    public static void Commit(FileStream stream, string target, bool overwrite = true)
    {
        if (OperatingSystem.IsWindows())
        {
            stream.Dispose();
        }

        File.Move(stream.Name, target, overwrite);
        stream.Dispose();
    }

    /// <summary>
    /// Deletes the temporary files of <paramref name="target"/> that killed processes left behind: those that are older than a minute and
    /// that no process holds open.
    /// </summary>
    /// <param name="target">The file that they were to replace.</param>
    /// <param name="now">The time, in UTC.</param>
    public static void Sweep(string target, DateTimeOffset now)
    {
        string full = Path.GetFullPath(target);
        string prefix = Prefix(full);
        var files = new EnumerationOptions
        {
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Directory,
            IgnoreInaccessible = true,
        };
        try
        {
            foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(full) ?? full, "*.tmp", files))
            {
                var name = Path.GetFileName(file.AsSpan());
                if (name.StartsWith(prefix, StringComparison.Ordinal)
                    && RandomSuffix().IsMatch(name[prefix.Length..])
                    && now.UtcDateTime - File.GetLastWriteTimeUtc(file) > LeftoverAge)
                {
                    Delete(file);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // a folder that cannot be listed keeps what is in it
        }
    }

    private static void Delete(string file)
    {
        try
        {
            // The lock of a writer that is still alive stands in the way. Windows deletes an open file only where it is shared for that.
            var share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, share);
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // somebody else's, or in use: it is no concern of this write
        }
    }

    private static string Prefix(string target)
    {
        string name = Path.GetFileName(target);
        return name[..Math.Min(name.Length, KeptNameLength)] + ".";
    }

    [GeneratedRegex(@"^[0-9a-f]{32}\.tmp$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RandomSuffix();
}
