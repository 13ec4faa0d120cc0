using System.Runtime.InteropServices;

namespace HighLight.Notebooks.Host;

/// <summary>Ends a run on SIGINT, SIGTERM and SIGHUP (a closed terminal), and when cells end the process themselves.</summary>
internal static class RunSignals
{
    // Never disposed: they live as long as the process.
    private static readonly List<PosixSignalRegistration> Registrations = [];

    public static void Register(RunControl control)
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            Registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                control.Cancel(signal.ToString());
            }));
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => control.ExitOfCell();
        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
        {
            if (unhandled.ExceptionObject is Exception exception)
            {
                control.Crash(exception);
            }
        };
    }
}
