using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HighLight.Notebooks.Html;

/// <summary>
/// References to characters as they can hide the scheme of an address: by number, and the few names of what a scheme may hold.
/// </summary>
internal static partial class CharacterReferences
{
    public static string Resolve(string text) => text.Contains('&', StringComparison.Ordinal) ? Reference().Replace(text, Character) : text;

    private static string Character(Match match)
    {
        if (match.Groups["name"] is { Success: true } name)
        {
            return name.Value switch { "colon" => ":", "Tab" => "\t", _ => "\n" };
        }

        var (digits, style) = match.Groups["hex"] is { Success: true } hex
            ? (hex.Value, NumberStyles.HexNumber)
            : (match.Groups["number"].Value, NumberStyles.None);
        return int.TryParse(digits, style, CultureInfo.InvariantCulture, out int number) && Rune.IsValid(number)
            ? new Rune(number).ToString()
            : "\ufffd";
    }

    [GeneratedRegex(
        "&(?:#[xX](?<hex>[0-9a-fA-F]+)|#(?<number>[0-9]+)|(?<name>colon|Tab|NewLine));?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Reference();
}
