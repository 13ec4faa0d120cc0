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

            Directory.CreateDirectory(folder, Private);
            return !UnixUser.Owns(folder) ? $"{folder} belongs to another user; delete it, or name another."
                : (File.GetUnixFileMode(folder) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != UnixFileMode.None
                    ? $"others can write to {folder}; take that away (chmod 700) and empty it."
                : Open(folder) is { } open ? $"others can replace what is in {open}, and so {folder}."
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{folder} cannot be used: {exception.Message}";
        }
    }

    // A folder above in which anybody may rename or delete what is not theirs; the sticky bit, as /tmp has it, forbids that.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static string? Open(string folder)
    {
        for (string? above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
        {
            if ((File.GetUnixFileMode(above) & (UnixFileMode.OtherWrite | UnixFileMode.StickyBit)) == UnixFileMode.OtherWrite)
            {
                return above;
            }
        }

        return null;
    }
}
