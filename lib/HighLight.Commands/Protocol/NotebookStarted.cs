namespace HighLight.Commands.Protocol;

/// <summary>The notebook was read and is about to run.</summary>
/// <param name="Cells">Number of code cells.</param>
internal sealed record NotebookStarted(int Cells) : HostEvent;
