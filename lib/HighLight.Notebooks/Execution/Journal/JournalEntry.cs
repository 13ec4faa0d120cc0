using System.Text.Json;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution.Journal;

/// <summary>The names of the fields of a line in a journal.</summary>
internal static class JournalEntry
{
    /// <summary>The number of a cell that starts, from 1 among the code cells.</summary>
    public const string Start = "start";

    /// <summary>The number of a cell that has ended.</summary>
    public const string End = "end";

    /// <summary>The execution count of the cell that an entry belongs to.</summary>
    public const string Cell = "cell";

    /// <summary>An output.</summary>
    public const string Output = "output";

    /// <summary>The place of the output that another one replaces.</summary>
    public const string Place = "place";

    /// <summary>The stream of a text.</summary>
    public const string Stream = "stream";

    /// <summary>A text.</summary>
    public const string Text = "text";

    /// <summary>Texts without a place are worth nothing from here on.</summary>
    public const string Placed = "placed";

    /// <summary>Stands for the cell of a text that has no place yet.</summary>
    public const int NoCell = -1;

    /// <summary>Writes an output.</summary>
    public static void Write(Utf8JsonWriter json, int count, CellOutput output)
    {
        json.WriteNumber(Cell, count);
        json.WritePropertyName(Output);
        NotebookWriter.Node(output).WriteTo(json);
    }

    /// <summary>A field that is an integer; null if there is none.</summary>
    public static int? Number(JsonElement entry, string name) =>
        entry.Field(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int value) ? value : null;
}
