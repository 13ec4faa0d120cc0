using System.Text.Json;

namespace HighLight.Notebooks.Packages;

/// <summary>Where NuGet got an unpacked package from, as it wrote down beside it.</summary>
internal static class PackageOrigin
{
    private const int MaximumBytes = 1 << 16;

    /// <summary>Compares what <see cref="Normalize"/> returns.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The URL or folder that a package came from; null if NuGet did not record it.</summary>
    public static string? Read(ResolvedPackage package)
    {
        var file = new FileInfo(Path.Combine(package.Folder, ".nupkg.metadata"));
        try
        {
            if (!file.Exists || file.Length > MaximumBytes)
            {
                return null;
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
            return document.RootElement.ValueKind is JsonValueKind.Object
                && document.RootElement.TryGetProperty("source", out var source)
                && source.ValueKind is JsonValueKind.String
                && source.GetString() is { Length: > 0 } location
                    ? location
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null; // a damaged record tells nothing
        }
    }

    /// <summary>One text for all spellings of a place.</summary>
    public static string Normalize(string location)
    {
        if (Uri.TryCreate(location, UriKind.Absolute, out var uri))
        {
            // Of a URL the scheme and the host come out in lower case.
            return Path.TrimEndingDirectorySeparator(uri.IsFile ? uri.LocalPath : uri.AbsoluteUri);
        }

        return Path.TrimEndingDirectorySeparator(location);
    }

    /// <summary>A place in words: its name if it is one of these sources; of a URL neither credentials nor query.</summary>
    public static string Describe(string location, IEnumerable<PackageSource> sources)
    {
        string place = Normalize(location);
        var named = sources.FirstOrDefault(source => Comparer.Equals(Normalize(source.Location), place));
        return named is not null ? Describe(named) : Clean(location);
    }

    /// <summary>A source in words: its name, and its place if that is another.</summary>
    public static string Describe(PackageSource source)
    {
        string place = Clean(source.Location);
        return string.Equals(source.Name, source.Location, StringComparison.Ordinal) ? place : $"'{source.Name}' ({place})";
    }

    private static string Clean(string location) => Uri.TryCreate(location, UriKind.Absolute, out var uri) && !uri.IsFile
        ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : location;
}
