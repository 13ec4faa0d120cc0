using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HighLight.Commands.Processes;

/// <summary>The polite request to end, which the runtime can receive but (up to .NET 10) not send.</summary>
internal static class TerminateSignal
{
    /// <summary>The number of SIGTERM.</summary>
    public const int SigTerm = 15;

    /// <summary>
    /// Sends a signal, SIGTERM as a rule, to <paramref name="process"/>. Windows has none: there the process is killed, and the files stay whole
    /// because the host writes them under a temporary name first.
    /// </summary>
    public static void Send(Process process, int signal)
    {
        if (process.HasExited)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            process.Kill(entireProcessTree: true);
        }
        else
        {
            // A failure means that the process ended meanwhile, which is what was asked for.
            _ = Kill(process.Id, signal);
        }
    }

    [DllImport("libc", EntryPoint = "kill", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
