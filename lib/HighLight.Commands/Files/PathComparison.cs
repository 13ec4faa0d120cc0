namespace HighLight.Commands.Files;

/// <summary>How the file names of this system compare: two names that are one file must not be written twice.</summary>
internal static class PathComparison
{
    /// <summary>Ordinal; without regard to case where file systems commonly have none (Windows, macOS).</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
