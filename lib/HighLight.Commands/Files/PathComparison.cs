namespace HighLight.Commands.Files;

/// <summary>How the file names of this system compare: two names that are one file must not be written twice.</summary>
internal static class PathComparison
{
    /// <summary>Whether file systems commonly take no regard of case here (Windows, macOS).</summary>
    public static bool IgnoresCase { get; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    /// <summary>Ordinal; without regard to case where <see cref="IgnoresCase"/>.</summary>
    public static StringComparer Comparer { get; } = IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
}
