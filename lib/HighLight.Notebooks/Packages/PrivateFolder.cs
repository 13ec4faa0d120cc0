namespace HighLight.Notebooks.Packages;

/// <summary>A folder that nobody but its user can write to. On Windows that is up to the folder above it.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder if it is not there.</summary>
    /// <param name="folder">Full path.</param>
    /// <returns>Why it cannot be trusted, and the fix; null if it can.</returns>
    public static string? Problem(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
                return null;
            }

            if (new DirectoryInfo(folder) is { LinkTarget: { } target })
            {
                return $"{folder} is a link to {target}; it must be a folder.";
            }

            Create(folder);
            return !UnixUser.Owns(folder) ? $"{folder} belongs to another user; delete it, or name another."
                : (File.GetUnixFileMode(folder) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != UnixFileMode.None
                    ? $"others can write to {folder}; take that away (chmod 700) and empty it."
                : Open(folder) is { } open ? $"others can replace what is in {open}, and so {folder}; take that away (chmod go-w), or name another."
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{folder} cannot be used: {exception.Message}";
        }
    }

    /// <summary>Makes the folder, and those above it that are not there, of this user alone.</summary>
    public static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Private);
        }
    }

    // A folder above in which others may rename or delete what is not theirs; the sticky bit, as /tmp has it, forbids that to all but the
    // owner of the folder.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static string? Open(string folder)
    {
        for (string? above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
        {
            var mode = File.GetUnixFileMode(above);
            if (((mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != UnixFileMode.None && !mode.HasFlag(UnixFileMode.StickyBit))
                || UnixUser.IsOfAnother(above))
            {
                return above;
            }
        }

        return null;
    }
}
