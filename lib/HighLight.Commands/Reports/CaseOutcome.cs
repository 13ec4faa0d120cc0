namespace HighLight.Commands.Reports;

/// <summary>What a report says of a test case.</summary>
internal enum CaseOutcome
{
    /// <summary>It went well.</summary>
    Passed,

    /// <summary>A cell failed by an error of its own code.</summary>
    Failed,

    /// <summary>Something around the code went wrong: a time limit, a dead host, a file, a stop by the user.</summary>
    Error,

    /// <summary>It was not run.</summary>
    Skipped,
}
