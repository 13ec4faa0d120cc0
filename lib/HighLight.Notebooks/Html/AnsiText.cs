using System.Text.RegularExpressions;

namespace HighLight.Notebooks.Html;

/// <summary>Text of terminals.</summary>
internal static partial class AnsiText
{
    /// <summary>The text without escape sequences for colours and the cursor, and without control characters other than tabs and line ends.</summary>
    public static string Strip(string text) =>
        text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) ? Control().Replace(Sequence().Replace(text, ""), "") : text;

    [GeneratedRegex(@"\x1b\[[0-9;?]*[ -/]*[@-~]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sequence();

    [GeneratedRegex(@"[\x00-\x08\x0b-\x1f\x7f-\x9f]", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Control();
}
