using System.Collections.Immutable;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution.Journal;

/// <summary>The result of a run whose process died, as far as its journal tells.</summary>
public static class RunRecovery
{
    /// <summary>Puts what a journal holds into the notebook.</summary>
    /// <param name="document">The notebook as the run read it.</param>
    /// <param name="folder">The notebook's folder; errors are told without it.</param>
    /// <param name="journal">The file of the journal.</param>
    /// <param name="keepRest">Whether cells that were not reached keep the outputs of earlier runs.</param>
    /// <param name="death">Why the process died; it becomes the error of the cell that ran.</param>
    /// <returns>The notebook; null if no cell had started.</returns>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The journal may not be read.</exception>
    public static NotebookDocument? Recover(NotebookDocument document, string folder, string journal, bool keepRest, CellError death)
    {
        var reader = new JournalReader();
        reader.Read(journal);
        if (reader.Last == 0)
        {
            return null;
        }

        var error = MachinePaths.Of(Path.GetFullPath(folder)).Shorten(death);
        var cells = ImmutableArray.CreateBuilder<NotebookCell>(document.Cells.Length);
        int number = 0;
        foreach (var cell in document.Cells)
        {
            cells.Add(cell is not CodeCell code ? cell
                : reader.Cells.TryGetValue(++number, out var reached) ? Recover(code.Cleared(), reached, error)
                : keepRest || (number < reader.Last && code.HasTag(NotebookRunner.SkipExecution)) ? code
                : code.Cleared());
        }

        return document with { Cells = cells.MoveToImmutable() };
    }

    private static CodeCell Recover(CodeCell cleared, RecoveredCell reached, CellError error) => reached.Count == 0
        ? cleared
        : cleared with
        {
            ExecutionCount = reached.Count,
            Outputs = reached.HasEnded ? reached.Outputs.Close() : [.. reached.Outputs.Close(), error.ToOutput()],
        };
}
