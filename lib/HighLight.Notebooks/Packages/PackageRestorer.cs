using System.ComponentModel;
using System.Text.Json;
using HighLight.Files;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// Restores packages, with a cache on disk: an answer is kept under a key of everything that decides it and trusted only while all its files are there
/// unchanged. Processes that restore the same packages at the same time wait for each other.
/// </summary>
/// <param name="openCache">Opens the cache when it is needed first; it is closed with the restorer.</param>
/// <param name="report">Takes warnings, for people.</param>
internal sealed class PackageRestorer(Func<RestoreCache> openCache, Action<string> report) : IDisposable
{
    private readonly Lazy<RestoreCache> _cache = new(openCache);
    private readonly HashSet<string> _unguarded = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _stray = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Restores the packages, from the cache if it holds an answer that is still true.</summary>
    /// <exception cref="PackageRestoreException">
    /// NuGet failed, a package is not the one of the source it is bound to, or files cannot be read or written.
    /// </exception>
    public async Task<ResolvedPackages> RestoreAsync(RestoreRequest request, CancellationToken cancellation)
    {
        try
        {
            var settings = NuGetSettings.For(request.Folder);
            string entry = Path.Combine(_cache.Value.Folder, request.Key(settings.Files));
            var resolved = Cached(request, settings, entry) ?? await RestoreAsync(request, settings, entry, cancellation);
            Warn(request, resolved);
            return resolved;
        }
        catch (InvalidDataException exception)
        {
            throw new PackageRestoreException(request.Packages, [exception.Message], []);
        }
        catch (Exception exception)
            when (exception is IOException and not PackageRestoreException or UnauthorizedAccessException or Win32Exception)
        {
            throw new PackageRestoreException(request.Packages, [exception.Message], []);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_cache.IsValueCreated)
        {
            _cache.Value.Dispose();
        }
    }

    private async Task<ResolvedPackages> RestoreAsync(
        RestoreRequest request,
        NuGetSettings settings,
        string entry,
        CancellationToken cancellation)
    {
        PrivateFolder.Create(entry);
        await using var locked = await FileLock.AcquireAsync(Path.Combine(entry, "lock"), cancellation);
        if (Cached(request, settings, entry) is { } restoredMeanwhile)
        {
            return restoredMeanwhile;
        }

        var restore = new GuardedRestore(request, entry, Path.Combine(_cache.Value.Folder, "purge.lock"), report);
        var resolved = await restore.RunAsync(settings, cancellation);
        byte[] answer = JsonSerializer.SerializeToUtf8Bytes(resolved, ResolvedPackagesJson.Default.ResolvedPackages);
        AtomicFile.Write(AnswerFile(entry), answer, durable: false);
        return resolved;
    }

    // The settings are read again: the first restore in a user's life writes a file with a source.
    private void Warn(RestoreRequest request, ResolvedPackages resolved)
    {
        var rules = new SourceRules(NuGetSettings.For(request.Folder), request.Sources);
        string?[] warnings =
        [
            new UnguardedPackages(rules, request.Packages).Warning(resolved, _unguarded),
            new StrayPackages(rules).Warning(resolved, _stray),
        ];
        foreach (string warning in warnings.OfType<string>())
        {
            report(warning);
        }
    }

    private static string AnswerFile(string entry) => Path.Combine(entry, "resolved.json");

    // What a wildcard stands for is asked anew each time.
    private static ResolvedPackages? Cached(RestoreRequest request, NuGetSettings settings, string entry)
    {
        string file = AnswerFile(entry);
        if (request.IsFloating || !File.Exists(file))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), ResolvedPackagesJson.Default.ResolvedPackages) is { } resolved
                && resolved.IsInside(settings.PackageFolders)
                && resolved.IsIntact()
                && new GuardedPackages(settings).Foreign(resolved).IsEmpty
                    ? resolved
                    : null;
        }
        catch (Exception exception) when (exception
            is JsonException or IOException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            return null; // a damaged answer is no answer
        }
    }
}
