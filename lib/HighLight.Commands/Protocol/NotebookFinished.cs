namespace HighLight.Commands.Protocol;

/// <summary>The run came to its end and everything asked for is written.</summary>
/// <param name="Ok">Whether no cell failed.</param>
/// <param name="Executed">Cells that ran.</param>
/// <param name="Failed">Cells that failed.</param>
internal sealed record NotebookFinished(bool Ok, int Executed, int Failed) : HostEvent;
