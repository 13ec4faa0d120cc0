using System.IO.Pipes;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Host.Native;

/// <summary>
/// Reads what is written to the descriptors 1 and 2 past Console: by child processes, native libraries and
/// <c>Console.OpenStandardOutput()</c>. A thread empties the pipes, so that no writer waits; the text is handed over when a cell writes,
/// shows something or ends, which makes its place independent of that thread. That thread leaves a little on standard error, since it may
/// be why the process is dying: the <see cref="Watchman"/> finds it there.
/// </summary>
internal sealed class DescriptorCapture : IForeignOutput
{
    /// <summary>As many characters as a cell keeps of its streams.</summary>
    private const int Limit = 8 * 1024 * 1024;

    private const int AtOnce = 16 * 1024;

    /// <summary>So many readings empty a pipe of the usual 64 KiB, and the largest that a user can make of it.</summary>
    private const int Rounds = 64;

    /// <summary>More than a runtime that dies usually has to say, and less than a pipe holds.</summary>
    private const int LeftOnError = 24 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly byte[] _buffer = new byte[AtOnce];
    private readonly CapturedStream[] _streams = [new(StreamOutput.StandardOutput, Limit), new(StreamOutput.StandardError, Limit)];
    private readonly PipeStream[] _pipes; // their finalizers would close the descriptors
    private readonly PollDescriptor[] _now;
    private readonly PollDescriptor[] _waiting;
    private StreamTextSink? _live;

    /// <param name="output">Where the bytes of standard output are read.</param>
    /// <param name="error">Where the bytes of standard error are read.</param>
    public DescriptorCapture(PipeStream output, PipeStream error)
    {
        _pipes = [output, error];
        _now = [.. _pipes.Select(pipe => new PollDescriptor((int)pipe.SafePipeHandle.DangerousGetHandle(), LibC.Readable, 0))];
        _waiting = [.. _now];
        new Thread(ReadForEver) { IsBackground = true, Name = "standard streams" }.Start();
    }

    /// <summary>Lets somebody follow the text as it comes.</summary>
    public void Follow(StreamTextSink live) => _live = live;

    public void Drain(StreamTextSink sink)
    {
        lock (_lock)
        {
            Read(_now.Length);
            foreach (var stream in _streams)
            {
                if (!stream.IsEmpty)
                {
                    sink(stream.Name, stream.Take());
                }
            }
        }
    }

    private void ReadForEver()
    {
        while (true)
        {
            _ = LibC.Poll(ref _waiting[0], (nuint)_waiting.Length, milliseconds: -1);
            bool any;
            lock (_lock)
            {
                bool leavesError = OperatingSystem.IsLinux() && _live is null && LibC.Available(_now[1].Descriptor) < LeftOnError;
                any = Read(leavesError ? 1 : _now.Length);
            }

            if (!any)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    // Only readable descriptors are read, and only here: nothing waits. All that was in the pipes is read, but not more and more of an
    // endless writer.
    private bool Read(int descriptors)
    {
        bool any = false;
        for (int round = 0; round < Rounds && LibC.PollNow(ref _now[0], (nuint)descriptors, milliseconds: 0) > 0; round++)
        {
            for (int i = 0; i < descriptors; i++)
            {
                if ((_now[i].Found & LibC.Readable) != 0 && LibC.Read(_now[i].Descriptor, _buffer, AtOnce) is > 0 and var count)
                {
                    any = true;
                    var text = _streams[i].Add(_buffer.AsSpan(0, (int)count));
                    _live?.Invoke(_streams[i].Name, text);
                }
            }
        }

        return any;
    }
}
