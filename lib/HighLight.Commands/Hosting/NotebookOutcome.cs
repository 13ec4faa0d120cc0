namespace HighLight.Commands.Hosting;

/// <summary>How the run of a notebook ended.</summary>
internal enum NotebookOutcome
{
    /// <summary>Every cell ran, or errors were allowed and the notebook ran to its end.</summary>
    Passed,

    /// <summary>A cell failed.</summary>
    CellFailed,

    /// <summary>The file is no notebook that can be run.</summary>
    Invalid,

    /// <summary>The host ended without saying how the notebook fared: it crashed, was killed, or could not be started.</summary>
    HostDied,

    /// <summary>The user stopped it, or stopped everything before its turn.</summary>
    Cancelled,
}
