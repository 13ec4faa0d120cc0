namespace HighLight.Notebooks.Host;

/// <summary>What the process ends with.</summary>
internal static class ExitCodes
{
    /// <summary>Every cell ran, or errors were allowed and the notebook ran to its end.</summary>
    public const int Success = 0;

    /// <summary>A cell failed.</summary>
    public const int CellFailed = 1;

    /// <summary>The command line or the notebook is not valid, or a file cannot be read or written.</summary>
    public const int Invalid = 2;

    /// <summary>Cancelled by SIGINT, SIGTERM or SIGHUP.</summary>
    public const int Cancelled = 130;
}
