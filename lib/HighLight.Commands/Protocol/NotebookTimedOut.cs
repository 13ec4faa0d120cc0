namespace HighLight.Commands.Protocol;

/// <summary>A time limit was reached: the run ends here, and what was reached so far is written.</summary>
/// <param name="Cell">The cell that ran, 1-based among the code cells; null when none did.</param>
/// <param name="Seconds">The limit, in seconds.</param>
/// <param name="OfCell">Whether it is the limit of a cell, not that of the whole notebook.</param>
internal sealed record NotebookTimedOut(int? Cell, double Seconds, bool OfCell) : HostEvent;
