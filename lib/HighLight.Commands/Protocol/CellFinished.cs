namespace HighLight.Commands.Protocol;

/// <summary>A cell ended.</summary>
/// <param name="Cell">1-based among the code cells.</param>
/// <param name="Ok">Whether it ran without an error, or was skipped.</param>
internal sealed record CellFinished(int Cell, bool Ok) : HostEvent
{
    /// <summary>How long it ran, in seconds; 0 or more.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether it was not run because of its tag <c>skip-execution</c>.</summary>
    public bool Skipped { get; init; }
}
