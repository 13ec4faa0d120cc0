using System.Runtime.InteropServices;

namespace HighLight.Notebooks.Packages;

/// <summary>What packages are restored for: the framework and the machine of this process.</summary>
internal static class TargetPlatform
{
    /// <summary>Such as <c>net10.0</c>.</summary>
    public static string Framework => Invariant($"net{Environment.Version.Major}.0");

    /// <summary>The portable runtime identifier, such as <c>linux-x64</c>: a runtime built by a distribution names itself after it.</summary>
    public static string RuntimeIdentifier
    {
        get
        {
            string own = RuntimeInformation.RuntimeIdentifier;
            bool musl = own.Contains("musl", StringComparison.Ordinal) || own.StartsWith("alpine", StringComparison.Ordinal);
            string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : musl ? "linux-musl" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    /// <summary>The <c>dotnet</c> that runs this process.</summary>
    public static string Dotnet => DotNetMuxer.Find();
}
