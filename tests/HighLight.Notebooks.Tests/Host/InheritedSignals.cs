using System.Globalization;

namespace HighLight.Notebooks.Tests.Host;

/// <summary>
/// Signals that this process was started to ignore (by nohup, or as a background job of a script), which its children then ignore too: nothing can be tested
/// with them.
/// </summary>
internal static class InheritedSignals
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal) { ["HUP"] = 1, ["INT"] = 2, ["TERM"] = 15 };

    public static bool Ignores(string signal)
    {
        const string Status = "/proc/self/status";
        var line = File.Exists(Status) ? Array.Find(File.ReadAllLines(Status), l => l.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return line is not null
            && ulong.TryParse(line.AsSpan(7).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ignored)
            && (ignored >> (Numbers[signal] - 1) & 1) != 0;
    }
}
