namespace HighLight.Commands.Hosting;

/// <summary>What became of a cell.</summary>
internal enum CellOutcome
{
    /// <summary>It ran, or runs, and has not come to its end.</summary>
    Unfinished,

    /// <summary>It ran without an error.</summary>
    Passed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was not run because of its tag <c>skip-execution</c>.</summary>
    Skipped,
}
