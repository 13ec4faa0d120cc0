namespace HighLight.Commands.Protocol;

/// <summary>An error of a cell, in compilation or in execution.</summary>
/// <param name="Cell">1-based among the code cells.</param>
/// <param name="Line">1-based within the cell; null when unknown.</param>
/// <param name="Name">Full name of the exception type.</param>
/// <param name="Message">What happened; may have several lines.</param>
internal sealed record CellError(int Cell, int? Line, string Name, string Message) : HostEvent;
