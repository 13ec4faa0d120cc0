namespace HighLight.Commands.Hosting;

/// <summary>How the run of a notebook ended.</summary>
internal enum NotebookOutcome
{
    /// <summary>Every cell ran, or errors were allowed and the notebook ran to its end.</summary>
    Passed,

    /// <summary>A cell failed.</summary>
    CellFailed,

    /// <summary>A time limit was reached.</summary>
    TimedOut,

    /// <summary>The file is not a notebook that can be run, or does not take the parameters; nothing ran.</summary>
    Invalid,

    /// <summary>The executed notebook or its page could not be written.</summary>
    WriteFailed,

    /// <summary>The host ended without saying how the notebook fared: it crashed, was killed, or could not be started.</summary>
    HostDied,

    /// <summary>The user stopped it, or stopped everything before its turn.</summary>
    Cancelled,
}
