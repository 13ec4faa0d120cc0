namespace HighLight.Notebooks.Packages;

/// <summary>A package that a cell asks for: <c>#r "nuget: Id, Version"</c>.</summary>
/// <param name="Id">The package's identity; letter case does not matter.</param>
/// <param name="Version">A version, a range or a wildcard as NuGet writes them; null for the newest stable version.</param>
public sealed record PackageRequest(string Id, string? Version)
{
    /// <summary>Whether the feeds decide the version, so that the answer may change from day to day.</summary>
    public bool IsFloating => Version is null || Version.Contains('*', StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Version is null ? Id : $"{Id}, {Version}";
}
