namespace HighLight.Notebooks.Packages;

/// <summary>A place that packages come from.</summary>
/// <param name="Name">What configuration files call it; the location itself, if a cell added it.</param>
/// <param name="Location">A URL, or the full path of a folder.</param>
internal sealed record PackageSource(string Name, string Location)
{
    /// <summary>The packages that a folder holds; null for a URL.</summary>
    public FolderFeed? Feed =>
        Uri.TryCreate(Location, UriKind.Absolute, out var uri) && !uri.IsFile ? null : new FolderFeed(uri?.LocalPath ?? Location);
}
