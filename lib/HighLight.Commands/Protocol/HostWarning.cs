namespace HighLight.Commands.Protocol;

/// <summary>Something odd that does not keep the notebook from running.</summary>
/// <param name="Message">What, and how to mend it.</param>
internal sealed record HostWarning(string Message) : HostEvent;
