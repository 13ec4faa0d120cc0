using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution.Journal;

/// <summary>
/// A file to which all that cells show is added at once, so that it outlives the death of the process. <see cref="RunRecovery"/> reads it.
/// </summary>
/// <remarks>
/// One JSON object a line. Of a flood of small texts only some are written at once, the others at the next <see cref="Flush"/>.
/// A journal that cannot be written any further ends there: a run does not need it. Thread-safe.
/// </remarks>
public sealed class RunJournal : IDisposable
{
    /// <summary>How many texts are written at once between two flushes: a process that dies after a few lines loses none.</summary>
    private const int Burst = 100;

    /// <summary>Text is kept back up to so many characters.</summary>
    private const int TextLimit = 16 * 1024;

    /// <summary>Bytes of replaced outputs, which may come without end; later ones are not written.</summary>
    private const long ReplacementLimit = 64 * 1024 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 2 * JsonValues.MaximumDepth, SkipValidation = true,
    };

    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly MemoryStream _line = new();
    private readonly StringBuilder _text = new();
    private (int Count, string Stream) _target;
    private long _replaced;
    private int _left = Burst;
    private bool _isClosed;

    /// <summary>Creates the file, which only this user can read.</summary>
    /// <exception cref="IOException">The file exists or cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be created.</exception>
    public RunJournal(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _file = new FileStream(path, options);
    }

    /// <summary>Writes what was kept back; to be called some twenty times a second.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            WriteText();
            _left = Burst;
        }
    }

    /// <summary>Text has arrived that has no place among the outputs yet.</summary>
    public void Unplaced(string stream, ReadOnlySpan<char> text) => Text(JournalEntry.NoCell, stream, text);

    /// <summary>All text without a place has been given one.</summary>
    public void Placed() => Write(json => json.WriteBoolean(JournalEntry.Placed, value: true));

    /// <summary>Ends the journal and deletes the file.</summary>
    public void Delete()
    {
        Dispose();
        try
        {
            File.Delete(_file.Name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever asked for the file deletes it.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            _file.Dispose();
        }
    }

    internal void CellStarted(int number, int count) => Write(json =>
    {
        json.WriteNumber(JournalEntry.Start, number);
        json.WriteNumber(JournalEntry.Cell, count);
    });

    internal void CellFinished(int number) => Write(json => json.WriteNumber(JournalEntry.End, number));

    internal void Text(int count, string stream, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (_text.Length > 0 && (_target.Count != count || !string.Equals(_target.Stream, stream, StringComparison.Ordinal)))
            {
                WriteText();
                _text.Clear();
            }

            _target = (count, stream);
            _text.Append(text);
            if (_left > 0 || _text.Length > TextLimit)
            {
                _left--;
                WriteText();
            }
        }
    }

    internal void Shown(int count, CellOutput output) => Write(json => JournalEntry.Write(json, count, output));

    internal void Replaced(int count, int place, CellOutput output)
    {
        lock (_lock)
        {
            if (_replaced < ReplacementLimit)
            {
                _replaced += Write(json =>
                {
                    JournalEntry.Write(json, count, output);
                    json.WriteNumber(JournalEntry.Place, place);
                });
            }
        }
    }

    private void WriteText()
    {
        // The other half of a character comes with the next text.
        int length = _text.Length > 0 && char.IsHighSurrogate(_text[^1]) ? _text.Length - 1 : _text.Length;
        if (length > 0)
        {
            string text = _text.ToString(0, length);
            _text.Remove(0, length);
            WriteLine(json =>
            {
                json.WriteNumber(JournalEntry.Cell, _target.Count);
                json.WriteString(JournalEntry.Stream, _target.Stream);
                json.WriteString(JournalEntry.Text, text);
            });
        }
    }

    private long Write(Action<Utf8JsonWriter> fields)
    {
        lock (_lock)
        {
            WriteText();
            return WriteLine(fields);
        }
    }

    private long WriteLine(Action<Utf8JsonWriter> fields)
    {
        if (_isClosed)
        {
            return 0;
        }

        _line.SetLength(0);
        using (var json = new Utf8JsonWriter(_line, Options))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        _line.WriteByte((byte)'\n');
        try
        {
            _file.Write(_line.GetBuffer(), 0, (int)_line.Length);
        }
        catch (IOException)
        {
            // Half a line may be written: nothing can follow it.
            _isClosed = true;
        }

        return _line.Length;
    }
}
