namespace HighLight.Notebooks.Host;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    /// <summary>Every cell ran, or errors were allowed and the notebook ran to its end.</summary>
    public const int Success = 0;

    /// <summary>A cell failed.</summary>
    public const int CellFailed = 1;

    /// <summary>The command line, the notebook or its parameters are not valid, or it cannot be read: nothing ran.</summary>
    public const int Invalid = 2;

    /// <summary>The notebook ran, but a file could not be written.</summary>
    public const int WriteFailed = 3;

    /// <summary>A cell or the notebook ran longer than it was allowed to.</summary>
    public const int TimedOut = 124;

    /// <summary>Cancelled by SIGINT, SIGTERM or SIGHUP, or because the supervisor has died.</summary>
    public const int Cancelled = 130;
}
