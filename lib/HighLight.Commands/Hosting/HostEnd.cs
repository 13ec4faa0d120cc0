
namespace HighLight.Commands.Hosting;

/// <summary>How a host process ended.</summary>
/// <param name="ExitCode">128 + n when signal n ended it.</param>
/// <param name="Cancelled">Whether the user asked to stop while it ran.</param>
/// <param name="Overdue">Whether it was killed here because it did not end by itself when it had to.</param>
/// <param name="ErrorTail">The end of what it wrote to standard error.</param>
internal sealed record HostEnd(int ExitCode, bool Cancelled, bool Overdue, string ErrorTail);
