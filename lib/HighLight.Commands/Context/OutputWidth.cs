using System.Globalization;

namespace HighLight.Commands.Context;

/// <summary>How many columns a line of output may have.</summary>
internal static class OutputWidth
{
    /// <summary>The variable <c>COLUMNS</c> where it is set, else the terminal's width; null where output is not a terminal.</summary>
    public static int? Detect() =>
        Decide(Environment.GetEnvironmentVariable("COLUMNS"), Console.IsOutputRedirected, () => Console.WindowWidth);

    /// <summary>As <see cref="Detect"/>, from the given facts. A terminal that does not tell its width has no limit.</summary>
    internal static int? Decide(string? columns, bool redirected, Func<int> terminal)
    {
        if (int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0)
        {
            return wanted;
        }

        try
        {
            return !redirected && terminal() is > 0 and var width ? width : null;
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return null;
        }
    }
}
