using System.Collections.Immutable;
using System.Xml.Linq;

namespace HighLight.Notebooks.Packages;

/// <summary>One restore that takes packages from the sources they are bound to and makes sure that it got them from there.</summary>
/// <param name="request">What to restore.</param>
/// <param name="folder">A folder of this restore alone.</param>
/// <param name="purge">A file; while it is locked, no other process makes NuGet forget packages.</param>
/// <param name="report">Takes NuGet's warnings.</param>
internal sealed class GuardedRestore(RestoreRequest request, string folder, string purge, Action<string> report)
{
    /// <summary>Restores.</summary>
    /// <exception cref="PackageRestoreException">
    /// NuGet failed, a package is not the one of its source, or two rules about its source contradict each other.
    /// </exception>
    public async Task<ResolvedPackages> RunAsync(NuGetSettings settings, CancellationToken cancellation)
    {
        (var resolved, settings) = await RestoreAsync(settings, cancellation);
        var foreign = new GuardedPackages(settings).Foreign(resolved);
        if (!foreign.IsEmpty && foreign.All(package => package.File is not null))
        {
            // Until the right packages are there: a process that waits here must find them whole.
            await using var locked = await FileLock.AcquireAsync(purge, cancellation);
            Forget(foreign, settings.PackageFolders[0]);
            (resolved, settings) = await RestoreAsync(settings, cancellation);
            foreign = new GuardedPackages(settings).Foreign(resolved);
        }

        return foreign.IsEmpty
            ? resolved
            : throw new PackageRestoreException(request.Packages, foreign.Select(package => package.ToString()), []);
    }

    // NuGet would follow its own mapping, so such packages are refused: those asked for before anything is fetched, what they need after.
    private void RequireAgreement(NuGetSettings settings, IEnumerable<string> ids)
    {
        var contradictions = SourceContradiction.Find(settings, ids);
        if (!contradictions.IsEmpty)
        {
            throw new PackageRestoreException(request.Packages, contradictions.Select(contradiction => contradiction.ToString()), []);
        }
    }

    private static void Forget(ImmutableArray<ForeignPackage> foreign, string packages)
    {
        foreach (var package in foreign)
        {
            try
            {
                package.Forget(packages);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // the restore that follows finds the same copy, and the error names it
            }
        }
    }

    private async Task<(ResolvedPackages Resolved, NuGetSettings Settings)> RestoreAsync(
        NuGetSettings settings,
        CancellationToken cancellation)
    {
        string[] asked = [.. request.Packages.Select(package => package.Id)];
        RequireAgreement(settings, asked);
        var mapping = SourceMapping.Create(new SourceRules(settings, request.Sources));
        var outcome = await RestoreProcess.RunAsync(request, mapping, folder, cancellation);
        if (!outcome.ConfigFiles.IsEmpty && !outcome.ConfigFiles.ToHashSet(StringComparer.Ordinal).SetEquals(settings.Files))
        {
            // NuGet has the last word on which files apply; the first restore of a user's life even writes one.
            settings = NuGetSettingsReader.Read(outcome.ConfigFiles);
            RequireAgreement(settings, asked);
            var corrected = SourceMapping.Create(new SourceRules(settings, request.Sources));
            if (!XNode.DeepEquals(mapping, corrected))
            {
                outcome = await RestoreProcess.RunAsync(request, corrected, folder, cancellation);
            }
        }

        if (outcome.Resolved is null)
        {
            var hints = SourceHint.For(settings, request, outcome.Errors);
            throw new PackageRestoreException(request.Packages, [.. outcome.Errors, .. hints], outcome.Sources);
        }

        RequireAgreement(settings, outcome.Resolved.Packages.Select(package => package.Id));
        foreach (string warning in outcome.Warnings)
        {
            report(warning);
        }

        return (outcome.Resolved, settings);
    }
}
