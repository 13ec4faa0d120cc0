using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution;

/// <summary>Collects the outputs of one cell in the order in which they arrive, from any thread. Adjacent text of one stream becomes one output.</summary>
internal sealed class OutputCollector
{
    /// <summary>How many characters of stream text are kept: a cell that prints in an endless loop must not exhaust the memory.</summary>
    public const int StreamLimit = 8 * 1024 * 1024;

    /// <summary>How many outputs are kept: a cell that displays in an endless loop must not either.</summary>
    public const int OutputLimit = 10_000;

    private readonly Lock _lock = new();
    private readonly ImmutableArray<CellOutput>.Builder _outputs = ImmutableArray.CreateBuilder<CellOutput>();
    private readonly StringBuilder _text = new();
    private string? _stream;
    private int _written;
    private bool _cut;
    private bool _closed;

    public void Write(string stream, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (_closed || text.IsEmpty || _written > StreamLimit)
            {
                return;
            }

            if (!string.Equals(_stream, stream, StringComparison.Ordinal))
            {
                EndStream();
                _stream = stream;
            }

            int room = StreamLimit - _written;
            _text.Append(text.Length > room ? text[..room] : text);
            _written += text.Length > room ? room + 1 : text.Length;
            if (text.Length > room)
            {
                _text.Append(CultureInfo.InvariantCulture, $"\n[output cut after {StreamLimit} characters]\n");
            }
        }
    }

    public void Add(CellOutput output)
    {
        lock (_lock)
        {
            if (!_closed)
            {
                EndStream();
                Keep(output);
            }
        }
    }

    /// <summary>Ends the collection; what arrives later is dropped.</summary>
    public ImmutableArray<CellOutput> Close()
    {
        lock (_lock)
        {
            EndStream();
            _closed = true;
            return _outputs.ToImmutable();
        }
    }

    private void EndStream()
    {
        if (_stream is not null)
        {
            Keep(new StreamOutput(_stream, WellFormed(_text.ToString()), []));
            _text.Clear();
            _stream = null;
        }
    }

    // How the cell ended is kept in any case.
    private void Keep(CellOutput output)
    {
        if (_outputs.Count < OutputLimit || output is ErrorOutput or ExecuteResultOutput)
        {
            _outputs.Add(output);
        }
        else if (!_cut)
        {
            _cut = true;
            _outputs.Add(new StreamOutput(StreamOutput.StandardError, Invariant($"[outputs cut after {OutputLimit}]\n"), []));
        }
    }

    // Half a surrogate pair cannot be written to a file.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
