namespace HighLight.Commands.Protocol;

/// <summary>A cell ended.</summary>
/// <param name="Cell">1-based among the code cells.</param>
/// <param name="Ok">Whether it ran without an error.</param>
internal sealed record CellFinished(int Cell, bool Ok) : HostEvent;
