using System.Text.Json;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution.Journal;

/// <summary>Reads a journal up to its end, or to where it was cut off.</summary>
internal sealed class JournalReader
{
    private readonly Dictionary<int, OutputCollector> _collectors = [];
    private readonly List<(string Stream, string Text)> _unplaced = [];

    /// <summary>The cells that started, by their number.</summary>
    public Dictionary<int, RecoveredCell> Cells { get; } = [];

    /// <summary>The last cell that started; 0 if none did.</summary>
    public int Last { get; private set; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public void Read(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            try
            {
                // A value within an output may nest as deep as a notebook's.
                using var entry = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 2 * JsonValues.MaximumDepth });
                Take(entry.RootElement);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                break; // the process died while it wrote this line
            }
        }

        // Where it belongs was not found out any more.
        if (Cells.GetValueOrDefault(Last) is { } cell)
        {
            _unplaced.ForEach(item => cell.Outputs.Write(item.Stream, item.Text));
        }
    }

    private void Take(JsonElement entry)
    {
        int count = JournalEntry.Number(entry, JournalEntry.Cell) ?? 0;
        if (JournalEntry.Number(entry, JournalEntry.Start) is { } started)
        {
            Last = started;
            Cells[started] = new RecoveredCell(count);
            _collectors[count] = Cells[started].Outputs;
        }
        else if (JournalEntry.Number(entry, JournalEntry.End) is { } ended)
        {
            Cells[ended].HasEnded = true;
        }
        else if (entry.Field(JournalEntry.Placed) is not null)
        {
            _unplaced.Clear();
        }
        else if (entry.Text(JournalEntry.Text) is { } text)
        {
            Add(count, entry.Text(JournalEntry.Stream) ?? StreamOutput.StandardOutput, text);
        }
        else if (entry.Field(JournalEntry.Output) is { } output)
        {
            Add(count, output, JournalEntry.Number(entry, JournalEntry.Place));
        }
    }

    private void Add(int count, string stream, string text)
    {
        if (count == JournalEntry.NoCell)
        {
            _unplaced.Add((stream, text));
        }
        else if (_collectors.TryGetValue(count, out var collector))
        {
            collector.Write(stream, text);
        }
    }

    private void Add(int count, JsonElement json, int? place)
    {
        if (new OutputParser(new Findings()).Parse(json.Clone(), JsonPath.Root) is { } output
            && _collectors.TryGetValue(count, out var collector))
        {
            if (place is { } replaced)
            {
                collector.Replace(replaced, output);
            }
            else
            {
                collector.Add(output);
            }
        }
    }
}
