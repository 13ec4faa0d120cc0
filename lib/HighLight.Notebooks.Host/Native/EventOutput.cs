using System.Runtime.InteropServices;

namespace HighLight.Notebooks.Host.Native;

/// <summary>
/// The standard output that the process was started with. On Unix it is written without the streams of Console, which wait for the lock of
/// <c>Console.Out</c>: a cell may hold that for ever.
/// </summary>
internal sealed class EventOutput
{
    private readonly int _descriptor = OperatingSystem.IsWindows() ? -1 : LibC.DuplicatePrivately(LibC.StandardOutput);
    private readonly Stream _stream = Console.OpenStandardOutput();

    /// <summary>Writes all bytes, and waits for the reader if need be.</summary>
    /// <exception cref="IOException">Nobody reads any more.</exception>
    public void Write(Span<byte> bytes)
    {
        if (_descriptor < 0)
        {
            _stream.Write(bytes);
            _stream.Flush();
            return;
        }

        while (!bytes.IsEmpty)
        {
            nint written = LibC.Write(_descriptor, ref MemoryMarshal.GetReference(bytes), bytes.Length);
            if (written >= 0)
            {
                bytes = bytes[(int)written..];
            }
            else
            {
                Wait(Marshal.GetLastPInvokeError());
            }
        }
    }

    // A reader may have made the pipe one that does not wait.
    private void Wait(int error)
    {
        const int Interrupted = 4; // EINTR
        int again = OperatingSystem.IsLinux() ? 11 : 35; // EAGAIN
        if (error == again)
        {
            var writable = new PollDescriptor(_descriptor, LibC.Writable, 0);
            _ = LibC.Poll(ref writable, 1, milliseconds: -1);
        }
        else if (error != Interrupted)
        {
            throw new IOException(Marshal.GetPInvokeErrorMessage(error));
        }
    }
}
