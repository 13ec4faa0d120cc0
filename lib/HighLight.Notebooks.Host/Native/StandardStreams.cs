using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace HighLight.Notebooks.Host.Native;

/// <summary>
/// The standard streams that the process was started with, kept for the host alone. On Unix cells and the processes they start find others
/// in their place: an empty input, and pipes that lead into the output of the cell. On Windows they share the host's.
/// </summary>
internal sealed class StandardStreams
{
    /// <summary>The supervisor's input.</summary>
    public Stream Input { get; } = Console.OpenStandardInput();

    /// <summary>Where events go.</summary>
    public EventOutput Output { get; } = new();

    /// <summary>What goes past Console; null where it is not collected.</summary>
    public DescriptorCapture? Capture { get; private set; }

    /// <summary>Clears up after a host that dies; null where there is none.</summary>
    public Watchman? Watchman { get; private set; }

    /// <summary>Takes the streams.</summary>
    /// <param name="ownGroup">Whether the process becomes the leader of a process group of its own.</param>
    public static StandardStreams Take(bool ownGroup)
    {
        var streams = new StandardStreams();
        if (OperatingSystem.IsWindows())
        {
            return streams;
        }

        var output = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
        var error = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
        if (OperatingSystem.IsLinux())
        {
            streams.Watchman = Watchman.Start(Descriptor(error.SafePipeHandle), ownGroup);
        }

        if (ownGroup)
        {
            _ = LibC.SetProcessGroup(0, 0);
        }

        using (var empty = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            _ = LibC.Duplicate(Descriptor(empty), LibC.StandardInput);
        }

        _ = LibC.Duplicate(Descriptor(output.ClientSafePipeHandle), LibC.StandardOutput);
        _ = LibC.Duplicate(Descriptor(error.ClientSafePipeHandle), LibC.StandardError);
        output.DisposeLocalCopyOfClientHandle();
        error.DisposeLocalCopyOfClientHandle();
        SetUnbuffered();
        streams.Capture = new DescriptorCapture(output, error);
        return streams;
    }

    private static int Descriptor(SafeHandle handle) => (int)handle.DangerousGetHandle();

    // The C library would keep what native code prints until 4 KiB have come together: its place among the outputs would be lost.
    private static void SetUnbuffered()
    {
        const int Unbuffered = 2; // _IONBF
        if (NativeLibrary.TryLoad("libc", typeof(LibC).Assembly, DllImportSearchPath.SafeDirectories, out nint library)
            && (NativeLibrary.TryGetExport(library, "stdout", out nint output)
                || NativeLibrary.TryGetExport(library, "__stdoutp", out output)))
        {
            _ = LibC.SetBuffer(Marshal.ReadIntPtr(output), 0, Unbuffered, 0);
        }
    }
}
