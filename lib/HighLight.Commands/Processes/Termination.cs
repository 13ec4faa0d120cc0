namespace HighLight.Commands.Processes;

/// <summary>How far the user's wish to stop has come; child processes are ended accordingly.</summary>
/// <param name="Requested">Cancelled by the first signal: children are asked to end and given a moment.</param>
/// <param name="Forced">Cancelled by a second signal: children are killed at once.</param>
/// <param name="FirstSignal">The number of the first signal, known once <paramref name="Requested"/> is cancelled.</param>
internal readonly record struct Termination(CancellationToken Requested, CancellationToken Forced, Func<int>? FirstSignal = null)
{
    /// <summary>Whether the user asked to stop.</summary>
    public bool IsRequested => Requested.IsCancellationRequested;
}
