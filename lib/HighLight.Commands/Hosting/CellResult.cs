namespace HighLight.Commands.Hosting;

/// <summary>What became of a cell that was reached.</summary>
/// <param name="Cell">1-based among the code cells.</param>
/// <param name="Outcome">How it ended.</param>
internal sealed record CellResult(int Cell, CellOutcome Outcome)
{
    /// <summary>How long it ran, in seconds; until the notebook ended when it did not come to its own end.</summary>
    public double Seconds { get; init; }

    /// <summary>The end of what it showed and printed, as far as the host was asked to report it; empty for a cell that passed.</summary>
    public string Output { get; init; } = "";
}
