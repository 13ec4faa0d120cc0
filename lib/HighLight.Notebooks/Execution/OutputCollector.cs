using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution.Journal;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// Collects the outputs of one cell in the order in which they arrive, from any thread. Adjacent text of one stream becomes one output.
/// Text that bypassed Console is fetched before anything else is added, so that it stands where it was written.
/// </summary>
/// <param name="foreign">Text that bypasses Console.</param>
/// <param name="listener">Follows what is collected.</param>
/// <param name="journal">Keeps what is collected.</param>
/// <param name="count">The execution count of the cell, for the journal.</param>
internal sealed class OutputCollector(
    IForeignOutput? foreign = null, IOutputListener? listener = null, RunJournal? journal = null, int count = 0)
{
    /// <summary>How many characters of stream text are kept: a cell that prints in an endless loop must not exhaust the memory.</summary>
    public const int StreamLimit = 8 * 1024 * 1024;

    /// <summary>How many outputs are kept: a cell that displays in an endless loop must not either.</summary>
    public const int OutputLimit = 10_000;

    private readonly Lock _lock = new();
    private readonly ImmutableArray<CellOutput>.Builder _outputs = ImmutableArray.CreateBuilder<CellOutput>();
    private readonly StringBuilder _text = new();
    private StreamTextSink? _append;
    private ImmutableArray<CellOutput> _collected = [];
    private string? _stream;
    private int _written;
    private bool _cut;
    private bool _closed;

    public void Write(string stream, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (!_closed && !text.IsEmpty)
            {
                Drain();
                listener?.Text(stream, text);
                Append(stream, text);
            }
        }
    }

    /// <summary>Adds an output.</summary>
    /// <returns>Its place, by which it can be replaced; -1 if it is not kept.</returns>
    public int Add(CellOutput output)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return -1;
            }

            Drain();
            EndStream();
            listener?.Shown(output);
            if (_outputs.Count <= OutputLimit || output is ErrorOutput or ExecuteResultOutput)
            {
                journal?.Shown(count, output);
            }

            return Keep(output);
        }
    }

    /// <summary>Replaces an output, also one of a cell that has ended.</summary>
    /// <param name="place">What <see cref="Add"/> returned.</param>
    /// <param name="output">The new output.</param>
    public void Replace(int place, CellOutput output)
    {
        lock (_lock)
        {
            if (place >= 0)
            {
                listener?.Shown(output);
                journal?.Replaced(count, place, output);
                _outputs[place] = output;
                _collected = default;
            }
        }
    }

    /// <summary>The outputs so far. The same array is returned as long as nothing has changed.</summary>
    public ImmutableArray<CellOutput> Collected()
    {
        lock (_lock)
        {
            if (!_closed)
            {
                Drain();
            }

            if (_collected.IsDefault)
            {
                _collected = _stream is null ? [.. _outputs] : [.. _outputs, StreamText()];
            }

            return _collected;
        }
    }

    /// <summary>Ends the collection; what arrives later is dropped.</summary>
    public ImmutableArray<CellOutput> Close()
    {
        lock (_lock)
        {
            if (!_closed)
            {
                Drain();
                EndStream();
                _closed = true;
            }

            return Collected();
        }
    }

    private void Drain() => foreign?.Drain(_append ??= Append);

    private void Append(string stream, ReadOnlySpan<char> text)
    {
        if (_written > StreamLimit)
        {
            return;
        }

        if (!string.Equals(_stream, stream, StringComparison.Ordinal))
        {
            EndStream();
            _stream = stream;
        }

        int room = StreamLimit - _written;
        journal?.Text(count, stream, text.Length > room ? text[..(room + 1)] : text);
        _text.Append(text.Length > room ? text[..room] : text);
        _written += text.Length > room ? room + 1 : text.Length;
        _collected = default;
        if (text.Length > room)
        {
            _text.Append(CultureInfo.InvariantCulture, $"\n[output cut after {StreamLimit} characters]\n");
        }
    }

    private void EndStream()
    {
        if (_stream is not null)
        {
            Keep(StreamText());
            _text.Clear();
            _stream = null;
        }
    }

    private StreamOutput StreamText() => new(_stream!, WellFormed(_text.ToString()), []);

    // How the cell ended is kept in any case.
    private int Keep(CellOutput output)
    {
        if (_outputs.Count < OutputLimit || output is ErrorOutput or ExecuteResultOutput)
        {
            _outputs.Add(output);
            _collected = default;
            return _outputs.Count - 1;
        }

        if (!_cut)
        {
            _cut = true;
            _outputs.Add(new StreamOutput(StreamOutput.StandardError, Invariant($"[outputs cut after {OutputLimit}]\n"), []));
            _collected = default;
        }

        return -1;
    }

    // Half a surrogate pair cannot be written to a file.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
