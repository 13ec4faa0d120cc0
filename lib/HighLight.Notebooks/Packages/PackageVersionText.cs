using System.Globalization;
using System.Text.RegularExpressions;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// The version of a package as NuGet writes it: a version, a wildcard, or a range in brackets. What NuGet does not understand ends its
/// restore without an error that could be shown, so it is refused before.
/// </summary>
internal static partial class PackageVersionText
{
    /// <summary>The forms, for error messages.</summary>
    public const string Forms =
        "a version such as 1.2.3 or 1.2.3-beta.1, a wildcard such as 1.* or 1.2.*-*, or a range such as [1.2.3], [1.0, 2.0) or (, 2.0]";

    private const int MaximumLength = 200;
    private const string Label = "(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";

    /// <summary>Whether it is one of these.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length is 0 or > MaximumLength)
        {
            return false;
        }

        return text[0] is '[' or '(' ? IsRange(text) : Version().IsMatch(text) ? Fits(text) : IsWildcard(text);
    }

    private static bool IsRange(string text)
    {
        bool fromIncluded = text[0] == '[';
        if (text.Length < 3 || text[^1] is not (']' or ')'))
        {
            return false;
        }

        bool toIncluded = text[^1] == ']';
        string[] ends = text[1..^1].Split(',', StringSplitOptions.TrimEntries);
        return ends switch
        {
            [var exact] => fromIncluded && toIncluded && IsVersion(exact),
            ["", ""] => false,
            [var from, ""] => IsVersion(from) || IsWildcard(from),
            ["", var to] => IsVersion(to),
            [var from, var to] =>
                IsVersion(to) && (IsVersion(from) || IsWildcard(from)) && IsOrdered(from, to, fromIncluded && toIncluded),
            _ => false,
        };
    }

    private static bool IsVersion(string text) => Version().IsMatch(text) && Fits(text);

    private static bool IsWildcard(string text) => Wildcard().IsMatch(text) && Fits(text);

    // Each number of a version is an int.
    private static bool Fits(string text) => Numbers(text).All(number => number >= 0);

    private static int[] Numbers(string text) =>
    [
        .. text.Split('-', '+')[0].TrimEnd('*').Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1),
    ];

    // Of a wildcard the lowest version counts.
    private static bool IsOrdered(string from, string to, bool bothIncluded)
    {
        int[] low = Numbers(from);
        int[] high = Numbers(to);
        int order = Enumerable.Range(0, 4)
            .Select(i => low.ElementAtOrDefault(i).CompareTo(high.ElementAtOrDefault(i)))
            .Append(CompareLabels(Labels(from), Labels(to)))
            .FirstOrDefault(sign => sign != 0);
        return order < 0 || (order == 0 && bothIncluded);
    }

    private static string[] Labels(string text)
    {
        string version = text.Split('+')[0];
        int dash = version.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? [] : version[(dash + 1)..].Replace('*', '0').Split('.');
    }

    // As Semantic Versioning orders them: a version without labels comes last, numbers come before names.
    private static int CompareLabels(string[] left, string[] right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return right.Length.CompareTo(left.Length);
        }

        return left.Zip(right, CompareLabel).Append(left.Length.CompareTo(right.Length)).FirstOrDefault(sign => sign != 0);
    }

    private static int CompareLabel(string left, string right) =>
        (left.All(char.IsAsciiDigit), right.All(char.IsAsciiDigit)) switch
        {
            (true, true) when left.Length != right.Length => left.Length.CompareTo(right.Length),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
        };

    [GeneratedRegex(
        $@"^[0-9]+(\.[0-9]+){{0,3}}(-{Label}(\.{Label})*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();

    // The star ends the numbers, the labels, or both.
    [GeneratedRegex(
        $@"^((([0-9]+\.){{0,3}}[0-9]*\*)(-({Label}\.)*[0-9A-Za-z-]*\*)?|[0-9]+(\.[0-9]+){{0,3}}-({Label}\.)*[0-9A-Za-z-]*\*)\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wildcard();
}
