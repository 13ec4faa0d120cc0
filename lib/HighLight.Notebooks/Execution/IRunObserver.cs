namespace HighLight.Notebooks.Execution;

/// <summary>Follows the run of a notebook. Cells are numbered from 1 among the code cells.</summary>
public interface IRunObserver
{
    /// <summary>A cell starts.</summary>
    void CellStarted(int cell);

    /// <summary>A cell has ended.</summary>
    /// <param name="cell">Its number.</param>
    /// <param name="error">Why it failed; null if it did not, or if it carries the tag <c>raises-exception</c>.</param>
    /// <param name="elapsed">How long it ran.</param>
    void CellFinished(int cell, CellError? error, TimeSpan elapsed);

    /// <summary>A cell with the tag <c>skip-execution</c> was passed over, in place of its start and end.</summary>
    void CellSkipped(int cell);
}
