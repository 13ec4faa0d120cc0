using System.Runtime.InteropServices;

namespace HighLight.Notebooks.Packages;

/// <summary>Finds the <c>dotnet</c> executable that belongs to the runtime of this process.</summary>
internal static class DotNetMuxer
{
    private static string FileName => OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>
    /// The executable that runs this process, or the one three folders above its runtime
    /// (<c>&lt;root&gt;/shared/Microsoft.NETCore.App/&lt;version&gt;</c>), or what DOTNET_HOST_PATH names, or <c>dotnet</c> on the PATH.
    /// </summary>
    public static string Find() =>
        Find(Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory(), Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"));

    /// <summary>As <see cref="Find()"/>, from the given places.</summary>
    internal static string Find(string? processPath, string runtimeDirectory, string? hostPath)
    {
        if (processPath is not null && Path.GetFileName(processPath).Equals(FileName, StringComparison.OrdinalIgnoreCase))
        {
            return processPath;
        }

        var besideRuntime = Path.GetFullPath(Path.Combine(runtimeDirectory, "..", "..", "..", FileName));
        if (File.Exists(besideRuntime))
        {
            return besideRuntime;
        }

        return File.Exists(hostPath) ? hostPath : FileName;
    }
}
