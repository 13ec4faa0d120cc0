namespace HighLight.Notebooks.Packages;

/// <summary>
/// Makes processes wait for each other. The operating system drops a lock with its process, so a crash leaves none behind; the file
/// itself stays, because deleting it would race.
/// </summary>
internal static class FileLock
{
    // What the system calls a file that another process holds: ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, EWOULDBLOCK.
    private static readonly int[] Held = OperatingSystem.IsWindows() ? [unchecked((int)0x80070020), unchecked((int)0x80070021)]
        : OperatingSystem.IsLinux() ? [11]
        : [35];

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until no other process holds the file.</summary>
    /// <returns>What to dispose of in the end.</returns>
    /// <exception cref="IOException">The file cannot be opened for another reason, such as a file system that is read-only.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise, for want of permission.</exception>
    public static async Task<FileStream> AcquireAsync(string file, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (Held.Contains(exception.HResult))
            {
                await Task.Delay(Poll, cancellation);
            }
        }
    }
}
