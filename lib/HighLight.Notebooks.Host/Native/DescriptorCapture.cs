using System.IO.Pipes;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;
using HighLight.Notebooks.Execution.Journal;

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

    /// <summary>How long what is left there may be missing in a log.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly byte[] _buffer = new byte[AtOnce];
    private readonly CapturedStream[] _streams = [new(StreamOutput.StandardOutput, Limit), new(StreamOutput.StandardError, Limit)];
    private readonly PipeStream[] _pipes; // their finalizers would close the descriptors
    private readonly PollDescriptor[] _now;
    private readonly PollDescriptor[] _waiting;
    private StreamTextSink? _live;
    private RunJournal? _journal;
    private bool _isKept;
    private long? _errorSince;

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

    /// <summary>Lets text that waits for its place outlive the process.</summary>
    public void Keep(RunJournal? journal) => _journal = journal;

    public void Drain(StreamTextSink sink)
    {
        lock (_lock)
        {
            Read(leavesError: false, isPlaced: true);
            foreach (var stream in _streams)
            {
                if (!stream.IsEmpty)
                {
                    sink(stream.Name, stream.Take());
                }
            }

            if (_isKept)
            {
                _isKept = false;
                _journal!.Placed();
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
                any = Read(leavesError: OperatingSystem.IsLinux() && !IsLogOverdue(), isPlaced: false);
            }

            if (!any)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    // Who follows the text gets that of standard error a little later.
    private bool IsLogOverdue()
    {
        long now = Environment.TickCount64;
        bool any = _live is not null && LibC.Available(_now[1].Descriptor) > 0;
        _errorSince = any ? _errorSince ?? now : null;
        bool overdue = now - _errorSince >= Patience.TotalMilliseconds;
        _errorSince = overdue ? null : _errorSince;
        return overdue;
    }

    // Only readable descriptors are read, and only here: nothing waits. All that was in the pipes is read, but not more and more of an
    // endless writer.
    private bool Read(bool leavesError, bool isPlaced)
    {
        bool any = false;
        bool more = true;
        for (int round = 0; more && round < Rounds && LibC.PollNow(ref _now[0], (nuint)_now.Length, milliseconds: 0) > 0; round++)
        {
            more = false;
            for (int i = 0; i < _now.Length; i++)
            {
                bool stays = i == 1 && leavesError && LibC.Available(_now[i].Descriptor) < LeftOnError;
                if (!stays && (_now[i].Found & LibC.Readable) != 0 && LibC.Read(_now[i].Descriptor, _buffer, AtOnce) is > 0 and var count)
                {
                    any = more = true;
                    Take(_streams[i], _buffer.AsSpan(0, (int)count), isPlaced);
                }
            }
        }

        return any;
    }

    private void Take(CapturedStream stream, ReadOnlySpan<byte> bytes, bool isPlaced)
    {
        bool isFull = stream.IsFull;
        var text = stream.Add(bytes);
        _live?.Invoke(stream.Name, text);
        if (!isPlaced && !isFull && _journal is { } journal)
        {
            journal.Unplaced(stream.Name, text);
            _isKept = true;
        }
    }
}
