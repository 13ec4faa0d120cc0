using System.Globalization;
using System.IO.Pipes;

namespace HighLight.Notebooks.Host.Native;

/// <summary>
/// A shell that outlives the host to clear up after it if it dies: it passes on what the runtime wrote to standard error last, which is why
/// it died, and kills its process group. A host that ends in order dismisses it. Linux only.
/// </summary>
internal sealed class Watchman
{
    private const string Script = """
        trap '' INT HUP TERM QUIT
        read -r word <&1
        [ "$word" = dismissed ] && exit
        cat >&2 2>/dev/null
        [ -n "$1" ] && kill -s KILL -- "-$1" 2>/dev/null
        """;

    private readonly AnonymousPipeServerStream _host;

    private Watchman(AnonymousPipeServerStream host, int processId)
    {
        _host = host;
        ProcessId = processId;
    }

    /// <summary>The shell's process.</summary>
    public int ProcessId { get; }

    /// <summary>Starts the shell, before the process group is changed: it must not be in the group that it kills.</summary>
    /// <param name="error">Where the host's standard error will be read.</param>
    /// <param name="ownGroup">Whether the host will be the leader of a process group.</param>
    /// <returns>Null if it cannot be started; a run works without it.</returns>
    public static Watchman? Start(int error, bool ownGroup)
    {
        const int SetStatusFlags = 4; // F_SETFL
        const int NonBlocking = 0x800; // O_NONBLOCK: what is left of the error text is read, and no more is waited for
        var host = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.None);
        _ = LibC.Control(error, SetStatusFlags, NonBlocking);

        // The shell inherits these; the host's own streams are put in their place afterwards.
        _ = LibC.Duplicate(error, LibC.StandardInput);
        _ = LibC.Duplicate((int)host.ClientSafePipeHandle.DangerousGetHandle(), LibC.StandardOutput);
        string group = ownGroup ? Environment.ProcessId.ToString(CultureInfo.InvariantCulture) : "";
        int failure = LibC.Spawn(out int process, "/bin/sh", 0, 0, ["sh", "-c", Script, "sh", group, null], ["PATH=/usr/bin:/bin", null]);
        host.DisposeLocalCopyOfClientHandle();
        return failure == 0 ? new Watchman(host, process) : null;
    }

    /// <summary>Sends the shell home: the host ends in order.</summary>
    public void Dismiss()
    {
        try
        {
            _host.Write("dismissed\n"u8);
        }
        catch (IOException)
        {
            // Somebody killed it.
        }
    }
}
