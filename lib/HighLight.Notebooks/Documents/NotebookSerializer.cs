using System.Text;

namespace HighLight.Notebooks.Documents;

/// <summary>
/// Writes a notebook again and again while its cells change one by one: a cell that is the same object as at the last writing is not serialised again.
/// </summary>
public sealed class NotebookSerializer
{
    private (NotebookCell Cell, int Minor, byte[] Bytes)[] _written = [];

    /// <summary>The bytes of the notebook file, as <see cref="NotebookWriter"/> describes it.</summary>
    public byte[] Write(NotebookDocument document)
    {
        Array.Resize(ref _written, document.Cells.Length);
        using var file = new MemoryStream(_written.Sum(cell => cell.Bytes?.Length ?? 0) + 4096);
        string separator = "{";
        foreach (var field in NotebookWriter.Frame(document).OrderBy(field => field.Key, CodePointOrder.Instance))
        {
            Append(file, $"{separator}\n {CanonicalJson.Write(field.Key)}: ");
            if (field.Key is "cells" && document.Cells.Length > 0)
            {
                AppendCells(file, document);
            }
            else
            {
                Append(file, CanonicalJson.Write(field.Value, depth: 1));
            }

            separator = ",";
        }

        Append(file, "\n}\n");
        return file.ToArray();
    }

    private void AppendCells(MemoryStream file, NotebookDocument document)
    {
        for (int i = 0; i < document.Cells.Length; i++)
        {
            Append(file, i == 0 ? "[\n  " : ",\n  ");
            file.Write(Bytes(i, document.Cells[i], document.Minor));
        }

        Append(file, "\n ]");
    }

    private byte[] Bytes(int index, NotebookCell cell, int minor)
    {
        ref var written = ref _written[index];
        if (!ReferenceEquals(written.Cell, cell) || written.Minor != minor)
        {
            written = (cell, minor, Encoding.UTF8.GetBytes(CanonicalJson.Write(NotebookWriter.Node(cell, minor), depth: 2)));
        }

        return written.Bytes;
    }

    private static void Append(MemoryStream file, string text) => file.Write(Encoding.UTF8.GetBytes(text));
}
