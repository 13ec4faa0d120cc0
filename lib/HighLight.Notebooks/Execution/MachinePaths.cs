using System.Text.RegularExpressions;

namespace HighLight.Notebooks.Execution;

/// <summary>
/// Takes paths of this machine out of error texts, so that a committed notebook is the same wherever it ran. Where a path begins with the
/// notebook's folder it becomes relative to it, the temporary folder becomes <c>&lt;temp&gt;</c>, the home folder <c>~</c>; other paths
/// stay.
/// </summary>
internal sealed class MachinePaths
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, string> _short =
        new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    private readonly Regex? _pattern;

    /// <param name="folders">The notebook's folder under all its names (a link and what it leads to), full paths.</param>
    public MachinePaths(params IEnumerable<string> folders)
    {
        foreach (string folder in folders)
        {
            Add(folder, ".");
        }

        Add(Path.GetTempPath(), "<temp>");
        Add(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "~");
        if (_short.Count > 0)
        {
            // A path begins here: nothing before that could belong to it. And the folder's name ends where it seems to.
            string alternatives = string.Join('|', _short.Keys.OrderByDescending(path => path.Length).Select(Regex.Escape));
            _pattern = new Regex($@"(?<![\w.~/\\-])(?<path>{alternatives})(?![\w-]|\.\w)(?<separator>[/\\](?=[\w.~-]))?", Options, Limit);
        }
    }

    private static RegexOptions Options =>
        RegexOptions.ExplicitCapture
        | RegexOptions.CultureInvariant
        | (OperatingSystem.IsWindows() ? RegexOptions.IgnoreCase : RegexOptions.None);

    /// <summary>The paths of a run in this folder, full path, which may be a link.</summary>
    public static MachinePaths Of(string folder) => new(folder, RealFolder(folder));

    /// <summary>The folder behind a link; the folder itself where it is none, or cannot be followed.</summary>
    public static string RealFolder(string folder)
    {
        try
        {
            return Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return folder;
        }
    }

    /// <summary>The error with shortened paths.</summary>
    public CellError Shorten(CellError error) =>
        error with { Message = Shorten(error.Message), Traceback = [.. error.Traceback.Select(Shorten)] };

    /// <summary>The text with shortened paths.</summary>
    public string Shorten(string text)
    {
        try
        {
            return _pattern?.Replace(text, Shorten) ?? text;
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }

    private string Shorten(Match match)
    {
        string replacement = _short[match.Groups["path"].Value];
        string separator = match.Groups["separator"].Value;
        return replacement is "." && separator.Length > 0 ? "" : replacement + separator;
    }

    // Of two names for one folder the first counts; a root is the beginning of every path and says nothing.
    private void Add(string path, string replacement)
    {
        string trimmed = Path.TrimEndingDirectorySeparator(path);
        if (trimmed.Length > 1 && Path.GetPathRoot(trimmed) != trimmed)
        {
            _short.TryAdd(trimmed, replacement);
        }
    }
}
