namespace HighLight.Notebooks.Packages;

/// <summary>A restored package that is not the one of the folder that it must come from.</summary>
/// <param name="Package">What was restored: a copy that NuGet had unpacked earlier, from wherever.</param>
/// <param name="Guard">What binds it to the folder.</param>
/// <param name="Origin">The folder, or what stands for it in a message.</param>
/// <param name="File">The package in the folder; null if the folder does not hold that version.</param>
internal sealed record ForeignPackage(ResolvedPackage Package, SourcePattern Guard, string Origin, string? File)
{
    /// <summary>Both packages, the rule and the fix.</summary>
    public override string ToString()
    {
        string rule = $"{Package.Id} {Package.Version} must come from {Origin} ('{Guard.Pattern}' in {Guard.File})";
        return File is null
            ? $"{rule}, which does not hold it; what NuGet has in {Package.Folder} is a copy from elsewhere. {SourceHint.Pack(Origin)}"
            : $"{rule}, but what NuGet has in {Package.Folder} is not {File}. Delete that folder, or pack again.";
    }

    /// <summary>Makes NuGet forget its copy, unless it has been replaced by the right one meanwhile.</summary>
    /// <param name="packages">The folder that NuGet unpacks to: nothing outside it is touched.</param>
    public void Forget(string packages)
    {
        string root = Path.TrimEndingDirectorySeparator(packages) + Path.DirectorySeparatorChar;
        if (File is null
            || !Package.Folder.StartsWith(root, StringComparison.Ordinal)
            || ResolvedPackage.ReadHash(Package.Folder, Package.Id, Package.Version) == FolderFeed.Hash(File))
        {
            return;
        }

        // Without this file NuGet takes the folder for one that was never finished, whatever else is in it.
        System.IO.File.Delete(Path.Combine(Package.Folder, ".nupkg.metadata"));
        Directory.Delete(Package.Folder, recursive: true);
    }
}
