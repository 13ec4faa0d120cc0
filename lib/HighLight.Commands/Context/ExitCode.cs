namespace HighLight.Commands.Context;

/// <summary>The exit codes of every command.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>The work was done or tried, and something in it failed.</summary>
    public const int Failed = 1;

    /// <summary>The arguments, or the place the command was called in, are not right; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>The arguments are right, but a design cannot run what was asked; the results of the others were printed.</summary>
    public const int Unsupported = 3;

    /// <summary>A simulation and what is claimed of it do not agree; the result was printed.</summary>
    public const int Mismatch = 4;

    /// <summary>The user stopped it (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
