using System.Text.Json;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// Restores packages, with a cache on disk: an answer is kept under a key of everything that decides it and trusted only while all its files are there
/// unchanged. Processes that restore the same packages at the same time wait for each other.
/// </summary>
/// <param name="cacheFolder">The folder of the cache; it is created when needed.</param>
/// <param name="report">Takes NuGet's warnings, for people.</param>
internal sealed class PackageRestorer(string cacheFolder, Action<string> report)
{
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(50);

    /// <summary>The environment variable that moves the cache.</summary>
    public const string CacheVariable = "HIGHLIGHT_NOTEBOOKS_CACHE";

    /// <summary>The user's cache folder, or what <see cref="CacheVariable"/> names.</summary>
    public static string DefaultCacheFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable(CacheVariable) is { Length: > 0 } configured)
            {
                return Path.GetFullPath(configured);
            }

            string local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return Path.Combine(local.Length > 0 ? local : Path.GetTempPath(), "HighLight.Notebooks", "restore");
        }
    }

    /// <summary>Restores the packages, from the cache if it holds an answer that is still true.</summary>
    /// <exception cref="PackageRestoreException">NuGet failed.</exception>
    public async Task<ResolvedPackages> RestoreAsync(RestoreRequest request, CancellationToken cancellation)
    {
        string entry = Path.Combine(cacheFolder, request.Key());
        if (Cached(request, entry) is { } cached)
        {
            return cached;
        }

        Directory.CreateDirectory(entry);
        await using var locked = await LockAsync(Path.Combine(entry, "lock"), cancellation);
        if (Cached(request, entry) is { } restoredMeanwhile)
        {
            return restoredMeanwhile;
        }

        var resolved = await RestoreProcess.RunAsync(request, entry, report, cancellation);
        AtomicFile.Write(AnswerFile(entry), JsonSerializer.SerializeToUtf8Bytes(resolved, ResolvedPackagesJson.Default.ResolvedPackages));
        return resolved;
    }

    private static string AnswerFile(string entry) => Path.Combine(entry, "resolved.json");

    // What a wildcard stands for is asked anew each time.
    private static ResolvedPackages? Cached(RestoreRequest request, string entry)
    {
        string file = AnswerFile(entry);
        if (request.IsFloating || !File.Exists(file))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), ResolvedPackagesJson.Default.ResolvedPackages) is { } resolved && resolved.IsIntact() ? resolved : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or InvalidOperationException or NullReferenceException)
        {
            return null; // a damaged answer is no answer
        }
    }

    // The operating system drops the lock with its process, so a crash leaves none behind. The file itself stays: deleting it would race.
    private static async Task<FileStream> LockAsync(string file, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(LockPoll, cancellation);
            }
        }
    }
}
