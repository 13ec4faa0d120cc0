using System.Collections.Immutable;

namespace HighLight.Notebooks.Documents.Dib;

/// <summary>A cell as a .dib file holds it.</summary>
/// <param name="Number">Its number among all cells of the notebook, from 1.</param>
/// <param name="Kernel">The name that begins it.</param>
/// <param name="Source">Its text, without blank lines at the start and end.</param>
internal sealed record DibCell(int Number, string Kernel, string Source)
{
    /// <summary>The cells of a notebook; those without text are left out.</summary>
    public static ImmutableArray<DibCell> Of(NotebookDocument document, DibLosses losses)
    {
        string defaultKernel = DefaultKernel(document);
        var kernels = new DibKernels(KernelInfo.Of(document.Metadata.Field(KernelInfo.Polyglot)?.Field(KernelInfo.Field)).Kernels);
        var cells = ImmutableArray.CreateBuilder<DibCell>();
        for (int i = 0; i < document.Cells.Length; i++)
        {
            var cell = document.Cells[i];
            losses.Note(cell, i + 1);
            string[] lines = DibText.Lines(cell.Source);
            string source = DibText.Join(lines);
            if (source.Length == 0)
            {
                losses.Note(DibLoss.EmptyCell, i + 1);
                continue;
            }

            if (source.Length < DibText.WithLineFeeds(cell.Source).Length)
            {
                losses.Note(DibLoss.BlankLines, i + 1);
            }

            cells.Add(new DibCell(i + 1, NameOf(cell, i + 1), source));
        }

        return cells.ToImmutable();

        string NameOf(NotebookCell cell, int number)
        {
            switch (cell)
            {
                case MarkdownCell:
                    return DibFormat.Markdown;
                case RawCell:
                    return DibFormat.Raw;
                case CodeCell { Language: { } language } when DibFormat.IsKernel(language):
                    return kernels.Find(language)?.Name ?? language;
                case CodeCell { Language: not null }:
                    losses.Note(DibLoss.Language, number);
                    return defaultKernel;
                default:
                    return defaultKernel;
            }
        }
    }

    /// <summary>The kernel of the cells that name none.</summary>
    public static string DefaultKernel(NotebookDocument document)
    {
        string name = KernelInfo.DefaultKernel(document.Metadata)
            ?? document.Language switch
            {
                null => Documents.Kernel.CSharp.Name,
                var language when KernelLanguage.Find(language) is KernelLanguage.CSharp => Documents.Kernel.CSharp.Name,
                var language => language.ToLowerInvariant(),
            };
        name = new DibKernels([]).Find(name)?.Name ?? name;
        return DibFormat.IsKernel(name) ? name : Documents.Kernel.CSharp.Name;
    }
}
