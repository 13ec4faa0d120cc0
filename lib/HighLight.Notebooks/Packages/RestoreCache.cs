namespace HighLight.Notebooks.Packages;

/// <summary>
/// The folder where answers of restores are kept. They name code that will run, so they are trusted only in a folder that nobody else can
/// write to; where there is none, a new folder serves for the life of this object.
/// </summary>
internal sealed class RestoreCache : IDisposable
{
    /// <summary>The environment variable that moves the cache.</summary>
    public const string Variable = "HIGHLIGHT_NOTEBOOKS_CACHE";

    private readonly bool _isTemporary;

    private RestoreCache(string folder, bool isTemporary) => (Folder, _isTemporary) = (folder, isTemporary);

    /// <summary>Full path of the folder, which exists.</summary>
    public string Folder { get; }

    /// <summary>Opens the user's cache, or the one that <see cref="Variable"/> names.</summary>
    /// <param name="report">Takes a warning if it is not used.</param>
    public static RestoreCache Open(Action<string> report)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } configured)
        {
            return Open(Path.GetFullPath(configured), report);
        }

        // Not verified: a user's first program may well find no such folder.
        const Environment.SpecialFolderOption NotVerified = Environment.SpecialFolderOption.DoNotVerify;
        string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, NotVerified);
        return Path.IsPathFullyQualified(local) ? Open(Path.Combine(local, "HighLight.Notebooks", "restore"), report) : Temporary();
    }

    /// <summary>Opens the cache in <paramref name="folder"/>, which is made if it is not there.</summary>
    /// <param name="folder">Full path.</param>
    /// <param name="report">Takes a warning if it is not used.</param>
    public static RestoreCache Open(string folder, Action<string> report)
    {
        if (PrivateFolder.Problem(folder) is not { } problem)
        {
            return new RestoreCache(folder, isTemporary: false);
        }

        report($"Packages are restored without a cache: {problem} {Variable} names another folder.");
        return Temporary();
    }

    /// <summary>Deletes the folder if it is a temporary one.</summary>
    public void Dispose()
    {
        if (_isTemporary)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // nothing depends on it
            }
        }
    }

    // Of this user alone (0700), under a name that cannot be guessed.
    private static RestoreCache Temporary() => new(Directory.CreateTempSubdirectory("highlight-restore-").FullName, isTemporary: true);
}
