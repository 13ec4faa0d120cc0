using System.Collections.Immutable;

namespace HighLight.Notebooks.Documents.Dib;

/// <summary>Collects what a .dib file leaves out of a notebook: one message a kind, with the numbers of the cells.</summary>
internal sealed class DibLosses
{
    private const int NumbersLimit = 10;

    // What tells the language of a cell, which the file does hold, and traces of the editor.
    private static readonly string[] Dispensable = [KernelInfo.Polyglot, "dotnet_interactive", "vscode", "execution"];

    private readonly SortedDictionary<DibLoss, SortedSet<int>> _cells = [];
    private bool _fields;

    public void Note(DibLoss loss, int cell)
    {
        _cells.TryAdd(loss, []);
        _cells[loss].Add(cell);
    }

    public void Note(NotebookDocument document) => _fields |= !document.Extra.IsEmpty;

    public void Note(NotebookCell cell, int number)
    {
        _fields |= !cell.Extra.IsEmpty;
        if (cell is CodeCell { Outputs.IsEmpty: false })
        {
            Note(DibLoss.Outputs, number);
        }

        if (cell is MarkdownCell { Attachments.IsDefaultOrEmpty: false } or RawCell { Attachments.IsDefaultOrEmpty: false })
        {
            Note(DibLoss.Attachments, number);
        }

        if (cell.Metadata.EnumerateObject().Any(field => !Dispensable.Contains(field.Name, StringComparer.Ordinal)))
        {
            Note(DibLoss.Metadata, number);
        }
    }

    public ImmutableArray<string> ToImmutable()
    {
        var messages = _cells.Select(loss => $"{Cells(loss.Value)}: {Describe(loss.Key)}");
        return [.. _fields ? messages.Append("Fields that nbformat does not define are left out.") : messages];
    }

    private static string Describe(DibLoss loss) => loss switch
    {
        DibLoss.Outputs => "outputs are left out, a .dib file holds none.",
        DibLoss.Attachments => "attachments are left out, a .dib file holds none.",
        DibLoss.Metadata => "metadata such as tags are left out, a .dib file holds none for cells.",
        DibLoss.EmptyCell => "left out, as a .dib file holds no cell without text.",
        DibLoss.BlankLines => "blank lines at the start and end are left out.",
        DibLoss.Heading => "a space is added to a line that would begin another cell in a .dib file.",
        _ => "the name of the language cannot stand in a .dib file; the cell gets the notebook's.",
    };

    private static string Cells(SortedSet<int> numbers) =>
        (numbers.Count == 1 ? "Cell " : "Cells ")
        + string.Join(", ", numbers.Take(NumbersLimit).Select(number => Invariant($"{number}")))
        + (numbers.Count > NumbersLimit ? ", …" : "");
}
