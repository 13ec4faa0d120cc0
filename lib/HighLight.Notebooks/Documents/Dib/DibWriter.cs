using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HighLight.Notebooks.Documents.Dib;

/// <summary>
/// Writes .dib files as .NET Interactive does: the metadata on one line, then each cell below the name of its kernel. What the format has
/// no place for is left out.
/// </summary>
internal static class DibWriter
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 2 * JsonValues.MaximumDepth,
    };

    /// <summary>The bytes of the file, and what it leaves out.</summary>
    public static (byte[] Bytes, ImmutableArray<string> Losses) Write(NotebookDocument document)
    {
        var losses = new DibLosses();
        losses.Note(document);
        var cells = DibCell.Of(document, losses);
        var info = Kernels(document, cells);
        var kernels = new DibKernels(info.Kernels);
        var text = new StringBuilder();
        string metadata = DibMetadata.ToDib(document.Metadata, info).ToJsonString(Compact);
        text.Append(DibFormat.Metadata).Append("\n\n").Append(metadata).Append("\n\n");
        foreach (var cell in cells)
        {
            text.Append(DibFormat.Mark).Append(cell.Kernel).Append("\n\n");
            foreach (string line in DibText.Lines(cell.Source))
            {
                text.Append(line);
                if (kernels.Heading(line) is not null)
                {
                    losses.Note(DibLoss.Heading, cell.Number);
                    text.Append(' ');
                }

                text.Append('\n');
            }

            text.Append('\n');
        }

        return (Encoding.UTF8.GetBytes(text.ToString(0, text.Length - 1)), losses.ToImmutable());
    }

    // Kernels that the metadata do not list would not begin a cell.
    private static KernelInfo Kernels(NotebookDocument document, ImmutableArray<DibCell> cells)
    {
        var info = KernelInfo.Of(document.Metadata.Field(KernelInfo.Polyglot)?.Field(KernelInfo.Field));
        var known = new DibKernels([]);
        string defaultKernel = DibCell.DefaultKernel(document);
        var used = cells.Select(cell => cell.Kernel)
            .Where(name => name is not DibFormat.Markdown)
            .Prepend(defaultKernel)
            .Select(name => known.Find(name) ?? new Kernel(name, null, []));
        return new KernelInfo(defaultKernel, [.. info.Kernels.Concat(used).DistinctBy(kernel => kernel.Name, StringComparer.Ordinal)]);
    }
}
