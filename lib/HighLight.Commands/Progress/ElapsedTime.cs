using System.Globalization;

namespace HighLight.Commands.Progress;

/// <summary>How a duration is printed.</summary>
internal static class ElapsedTime
{
    /// <summary><c>4.2 s</c> below a minute, <c>3 min 07 s</c> from there on.</summary>
    public static string Format(TimeSpan elapsed)
    {
        // 59.95 s would be printed as "60.0 s".
        if (elapsed < TimeSpan.FromSeconds(59.95))
        {
            return elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
        }

        var seconds = (long)Math.Round(elapsed.TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60:00} s");
    }
}
