using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>What a run of <c>dotnet restore</c> came to.</summary>
/// <param name="Resolved">What was chosen; null if the restore failed.</param>
/// <param name="Messages">What NuGet said, a line each.</param>
/// <param name="Sources">The sources, as URLs and folders.</param>
/// <param name="ConfigFiles">The configuration files that it used besides the generated one; the first counts most.</param>
internal sealed record RestoreOutcome(
    ResolvedPackages? Resolved,
    ImmutableArray<string> Messages,
    ImmutableArray<string> Sources,
    ImmutableArray<string> ConfigFiles)
{
    /// <summary>NuGet's warnings.</summary>
    public IEnumerable<string> Warnings => Messages.Where(line => line.StartsWith("warning", StringComparison.OrdinalIgnoreCase));

    /// <summary>NuGet's errors, or all that it said if none of it is called an error.</summary>
    public ImmutableArray<string> Errors
    {
        get
        {
            ImmutableArray<string> errors = [.. Messages.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))];
            return errors.IsEmpty ? Messages : errors;
        }
    }
}
