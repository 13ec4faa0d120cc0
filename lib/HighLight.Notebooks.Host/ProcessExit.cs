using System.Diagnostics;
using HighLight.Notebooks.Host.Native;

namespace HighLight.Notebooks.Host;

/// <summary>Ends the process for certain, whatever threads, timers and exit handlers of cells do.</summary>
internal static class ProcessExit
{
    /// <summary>How long handlers of <c>ProcessExit</c> may take.</summary>
    public static readonly TimeSpan Handlers = TimeSpan.FromSeconds(2);

    /// <summary>Ends the process; does not return.</summary>
    public static void Exit(int exitCode)
    {
        ForceAfter(Handlers, exitCode);
        Environment.Exit(exitCode);
    }

    /// <summary>Ends the process after a time by force, if it still lives then.</summary>
    public static void ForceAfter(TimeSpan time, int exitCode)
    {
        var thread = new Thread(() =>
        {
            Thread.Sleep(time);
            Force(exitCode);
        })
        {
            IsBackground = true,
            Name = "last resort",
        };
        thread.Start();
        if (!OperatingSystem.IsWindows())
        {
            // Should even that thread hang, in the runtime's own shutdown.
            _ = LibC.Alarm((uint)Math.Ceiling(time.TotalSeconds) + 1);
        }
    }

    private static void Force(int exitCode)
    {
        if (!OperatingSystem.IsWindows())
        {
            LibC.ExitNow(exitCode);
        }

        Process.GetCurrentProcess().Kill();
    }
}
