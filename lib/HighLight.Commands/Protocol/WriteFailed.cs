namespace HighLight.Commands.Protocol;

/// <summary>A file could not be written, for example because the disk is full.</summary>
/// <param name="Message">Which one, and why.</param>
internal sealed record WriteFailed(string Message) : HostEvent;
