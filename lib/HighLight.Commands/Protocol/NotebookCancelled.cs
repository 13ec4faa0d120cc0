namespace HighLight.Commands.Protocol;

/// <summary>The host was asked to end: the run ends here, and what was reached so far is written.</summary>
/// <param name="Signal">The signal, such as <c>SIGTERM</c>; null when the host found that its supervisor has died.</param>
internal sealed record NotebookCancelled(string? Signal) : HostEvent;
