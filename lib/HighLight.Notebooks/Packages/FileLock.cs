namespace HighLight.Notebooks.Packages;

/// <summary>
/// Makes processes wait for each other. The operating system drops a lock with its process, so a crash leaves none behind; the file
/// itself stays, because deleting it would race.
/// </summary>
internal static class FileLock
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until no other process holds the file.</summary>
    /// <returns>What to dispose of in the end.</returns>
    public static async Task<FileStream> AcquireAsync(string file, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(Poll, cancellation);
            }
        }
    }
}
