using System.Collections.Immutable;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution;

/// <summary>How far a run has come. It can be read from any thread, also while a cell computes without end.</summary>
/// <param name="document">The notebook as it was read.</param>
/// <param name="session">The session that its cells run in.</param>
public sealed class RunProgress(NotebookDocument document, NotebookSession session)
{
    private readonly Lock _lock = new();
    private readonly NotebookCell[] _cleared = [.. document.Cleared().Cells];
    private readonly NotebookCell?[] _reached = new NotebookCell?[document.Cells.Length];
    private readonly int[] _counts = new int[document.Cells.Length];
    private (int Index, int Number, int Count)? _running;
    private int _executed;

    /// <summary>The notebook as it was read.</summary>
    public NotebookDocument Document => document;

    /// <summary>The session that the cells run in.</summary>
    public NotebookSession Session => session;

    /// <summary>How many cells have failed.</summary>
    public int Failed { get; private set; }

    /// <summary>The number of the cell that runs, from 1 among the code cells; null between cells.</summary>
    public int? RunningCell
    {
        get
        {
            lock (_lock)
            {
                return _running?.Number;
            }
        }
    }

    /// <summary>The notebook with what was reached so far, without the outputs of a cell that still runs.</summary>
    /// <param name="keepRest">Whether cells that were not reached keep the outputs of earlier runs.</param>
    public NotebookDocument Reached(bool keepRest)
    {
        lock (_lock)
        {
            var cells = ImmutableArray.CreateBuilder<NotebookCell>(_reached.Length);
            for (int i = 0; i < _reached.Length; i++)
            {
                cells.Add(Current(i) ?? (keepRest ? document.Cells[i] : _cleared[i]));
            }

            return document with { Cells = cells.MoveToImmutable() };
        }
    }

    /// <summary>Ends the run in the middle: the running cell has failed, with what it has shown so far.</summary>
    /// <param name="error">Why.</param>
    /// <returns>The number of that cell; null between cells.</returns>
    public int? Interrupt(CellError error)
    {
        lock (_lock)
        {
            if (_running is not { } running)
            {
                return null;
            }

            session.Journal?.Shown(running.Count, error.ToOutput());
            EndCell(running.Index, [.. session.Outputs(running.Count) ?? [], error.ToOutput()]);
            _counts[running.Index] = 0;
            Failed++;
            return running.Number;
        }
    }

    /// <summary>Describes what a thread of a cell threw and nobody caught.</summary>
    public CellError Describe(Exception exception) => session.Describe(exception, RunningCell);

    /// <summary>The run as far as it came.</summary>
    public NotebookRun Conclude() => new(Reached(keepRest: false), _executed, Failed);

    /// <summary>A cell starts; returns its execution count, 0 if it is blank.</summary>
    internal int Start(int index, int number, bool isBlank)
    {
        lock (_lock)
        {
            int count = isBlank ? 0 : ++_executed;
            _running = (index, number, count);
            session.Journal?.CellStarted(number, count);
            return count;
        }
    }

    internal void Finish(int index, ImmutableArray<CellOutput> outputs, bool isFailed)
    {
        lock (_lock)
        {
            Failed += EndCell(index, outputs) && isFailed ? 1 : 0;
        }
    }

    internal void Skip(int index)
    {
        lock (_lock)
        {
            _reached[index] = document.Cells[index];
        }
    }

    // False if the run was interrupted meanwhile: then the cell has its end already.
    private bool EndCell(int index, ImmutableArray<CellOutput> outputs)
    {
        if (_running is not { Count: var count } running || running.Index != index)
        {
            return false;
        }

        session.Journal?.CellFinished(running.Number);
        _running = null;
        _counts[index] = count;
        _reached[index] = count == 0 ? _cleared[index] : ((CodeCell)_cleared[index]) with { ExecutionCount = count, Outputs = outputs };
        return true;
    }

    // Outputs of a cell that has ended change when their handle is updated.
    private NotebookCell? Current(int index)
    {
        if (_reached[index] is CodeCell cell && session.Outputs(_counts[index]) is { } outputs && outputs != cell.Outputs)
        {
            _reached[index] = cell with { Outputs = outputs };
        }

        return _reached[index];
    }
}
