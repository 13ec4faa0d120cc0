namespace HighLight.Commands.Protocol;

/// <summary>A piece of what a cell shows or prints, sent while it runs.</summary>
/// <param name="Cell">1-based among the code cells.</param>
/// <param name="Stream"><c>stdout</c>, <c>stderr</c>, <c>display</c> or <c>error</c>.</param>
/// <param name="Text">Plain text; may be a part of a line, or several lines.</param>
internal sealed record CellOutput(int Cell, string Stream, string Text) : HostEvent;
