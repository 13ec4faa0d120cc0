using System.Collections.Immutable;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// The packages of a session. All that cells have asked for are restored together, so that one version of each is chosen.
/// </summary>
internal sealed class SessionPackages(string folder, Action<string> report) : IDisposable
{
    private readonly PackageRestorer _restorer = new(() => RestoreCache.Open(report), report);
    private readonly PackageAssemblies _assemblies = new();
    private readonly Dictionary<string, ResolvedPackage> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _referenced = new(CellOptions.FrameworkFiles().Select(Name), StringComparer.OrdinalIgnoreCase);
    private ImmutableArray<PackageRequest> _requests = [];
    private ImmutableArray<string> _sources = [];

    /// <summary>Adds what a cell asks for.</summary>
    /// <returns>The packages that are new to the session and the assemblies to compile against.</returns>
    /// <exception cref="PackageRestoreException">They cannot be restored; the session is as before.</exception>
    /// <exception cref="DirectiveException">
    /// Another version of a package is loaded already, or a source is neither a folder nor a URL.
    /// </exception>
    public async Task<AddedPackages> AddAsync(CellDirectives directives, CancellationToken cancellation)
    {
        var sources = _sources
            .Concat(directives.Sources.Select(source => SourceAddress.Full(source, folder, directives.Line ?? 1)))
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        if (directives.Packages.IsEmpty)
        {
            _sources = sources;
            return new AddedPackages([], []);
        }

        var requests = directives.Packages.Aggregate(
            _requests, (all, request) => all.RemoveAll(other => SameId(other, request)).Add(request));
        var resolved = await _restorer.RestoreAsync(new RestoreRequest(requests, sources, folder), cancellation);
        RequireLoadedVersions(resolved, directives.Line ?? 1);
        (_requests, _sources) = (requests, sources);
        _assemblies.Add(resolved);
        var added = resolved.Packages.Where(package => _loaded.TryAdd(package.Id, package)).ToImmutableArray();
        return new AddedPackages(added, [.. resolved.Compile.Where(file => _referenced.Add(Name(file)))]);
    }

    public void Dispose()
    {
        _assemblies.Dispose();
        _restorer.Dispose();
    }

    private void RequireLoadedVersions(ResolvedPackages resolved, int line)
    {
        foreach (var package in resolved.Packages)
        {
            if (_loaded.TryGetValue(package.Id, out var loaded)
                && !string.Equals(loaded.Version, package.Version, StringComparison.OrdinalIgnoreCase))
            {
                throw new DirectiveException(
                    line,
                    $"{package.Id} {loaded.Version} is loaded already and cannot be replaced by {package.Version}."
                    + " Reference that version in the first cell that uses the package.");
            }
        }
    }

    private static bool SameId(PackageRequest left, PackageRequest right) =>
        string.Equals(left.Id, right.Id, StringComparison.OrdinalIgnoreCase);

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);
}
