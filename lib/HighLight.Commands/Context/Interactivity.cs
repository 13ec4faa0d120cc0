namespace HighLight.Commands.Context;

/// <summary>Whether a person watches the output.</summary>
internal static class Interactivity
{
    /// <summary>Whether standard output is a terminal that can be repainted, and not that of an automated run.</summary>
    public static bool Detect() => Decide(
        Console.IsOutputRedirected,
        Environment.GetEnvironmentVariable("CI"),
        Environment.GetEnvironmentVariable("TERM"));

    /// <summary>As <see cref="Detect"/>, from the given facts.</summary>
    internal static bool Decide(bool redirected, string? ci, string? terminal) =>
        !redirected
        && (string.IsNullOrEmpty(ci) || ci is "0" || ci.Equals("false", StringComparison.OrdinalIgnoreCase))
        && terminal is not "dumb";
}
