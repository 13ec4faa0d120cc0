namespace HighLight.Commands.Protocol;

/// <summary>A cell begins.</summary>
/// <param name="Cell">1-based among the code cells.</param>
/// <param name="Cells">Number of code cells.</param>
internal sealed record CellStarted(int Cell, int Cells) : HostEvent;
