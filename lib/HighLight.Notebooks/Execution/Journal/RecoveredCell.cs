namespace HighLight.Notebooks.Execution.Journal;

/// <summary>A cell that a journal tells of.</summary>
/// <param name="Count">Its execution count; 0 if it is blank.</param>
internal sealed record RecoveredCell(int Count)
{
    /// <summary>What it showed.</summary>
    public OutputCollector Outputs { get; } = new();

    /// <summary>Whether it came to its end.</summary>
    public bool HasEnded { get; set; }
}
