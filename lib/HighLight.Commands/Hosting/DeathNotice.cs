namespace HighLight.Commands.Hosting;

/// <summary>What a person is told of a host that ended too early: how, what that usually means, and its last words.</summary>
internal static class DeathNotice
{
    /// <summary>The notice.</summary>
    public static string Of(int exitCode, string errorTail)
    {
        var notice = $"The notebook host {Describe(exitCode)} before the notebook was finished.";
        return errorTail.Length == 0
            ? notice + " It wrote nothing to standard error."
            : notice + " From its standard error:\n" + OutputExcerpt.Of(errorTail);
    }

    /// <summary>The notice of a host that another process asked to end.</summary>
    public static string OfSignal(string signal) =>
        $"The notebook host was asked to end by another process ({signal}) before the notebook was finished.";

    private static string Describe(int exitCode)
    {
        // Beyond 128 + 64 there are no signals.
        if (exitCode is not (> 128 and <= 192))
        {
            return FormattableString.Invariant($"ended with exit code {exitCode}");
        }

        var meaning = Meaning(exitCode - 128) is { } known ? ": " + known : "";
        return FormattableString.Invariant($"was ended by signal {exitCode - 128} (exit code {exitCode}{meaning})");
    }

    private static string? Meaning(int signal) => signal switch
    {
        2 => "interrupted by another process",
        4 => "illegal instruction in native code",
        6 => "aborted, by an unhandled exception, a stack overflow or native code",
        9 => "killed; out of memory?",
        11 => "segmentation fault in native code",
        15 => "asked to end by another process",
        _ => null,
    };
}
