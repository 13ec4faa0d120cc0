using System.Globalization;

namespace HighLight.Notebooks.Host;

/// <summary>Takes arguments one after another, the first one excepted.</summary>
/// <param name="arguments">The command line.</param>
/// <param name="usage">What a refusal shows.</param>
internal sealed class ArgumentReader(IReadOnlyList<string> arguments, string usage)
{
    private int _next = 1;

    /// <summary>The next argument; null at the end.</summary>
    public string? Next() => _next < arguments.Count ? arguments[_next++] : null;

    /// <summary>The file that the option just taken names, full path.</summary>
    public string File() =>
        Next() is { Length: > 0 } file ? RequireFolder(Path.GetFullPath(file)) : throw Refusal($"'{arguments[_next - 1]}' needs a file.");

    /// <summary>The duration that the option just taken names.</summary>
    public TimeSpan Seconds()
    {
        string option = arguments[_next - 1];
        string text = Next() ?? throw Refusal($"'{option}' needs a number of seconds.");
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds > 0 && seconds <= TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(seconds)
            : throw Refusal($"'{option} {text}' is not a number of seconds above 0; write for example '{option} 60' or '{option} 0.5'.");
    }

    public HostUsageException Refusal(string message) => new($"{message}\n{usage}");

    // Found out now rather than after the run.
    public static string RequireFolder(string file) =>
        !Directory.Exists(Path.GetDirectoryName(file))
            ? throw new HostUsageException($"The folder of '{file}' does not exist; create it first.")
        : Directory.Exists(file) ? throw new HostUsageException($"'{file}' is a folder; name a file.")
        : file;
}
