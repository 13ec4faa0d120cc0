namespace HighLight.Commands.Protocol;

/// <summary>The file cannot be read as a notebook; nothing ran.</summary>
/// <param name="Message">Why, and how to mend it.</param>
internal sealed record NotebookInvalid(string Message) : HostEvent;
