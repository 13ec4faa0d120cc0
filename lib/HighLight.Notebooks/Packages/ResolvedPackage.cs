namespace HighLight.Notebooks.Packages;

/// <summary>A package that a restore chose.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Version">The chosen version.</param>
/// <param name="Folder">The folder it was unpacked to.</param>
/// <param name="Hash">The SHA-512 that NuGet recorded when it unpacked the package; empty if it recorded none.</param>
public sealed record ResolvedPackage(string Id, string Version, string Folder, string Hash)
{
    /// <summary>Reads the hash that NuGet records beside an unpacked package.</summary>
    internal static string ReadHash(string folder, string id, string version)
    {
        string file = Path.Combine(folder, $"{id}.{version}.nupkg.sha512".ToLowerInvariant());
        return File.Exists(file) ? File.ReadAllText(file).Trim() : "";
    }
}
