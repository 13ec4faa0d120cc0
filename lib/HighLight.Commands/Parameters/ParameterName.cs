using System.Globalization;
using System.Text;

namespace HighLight.Commands.Parameters;

/// <summary>The names that a parameter can have: those of a C# variable.</summary>
internal static class ParameterName
{
    /// <summary>Characters of the longest name.</summary>
    public const int MaximumLength = 200;

    /// <summary>What is wrong with <paramref name="name"/>, such as <c>must be …, but is 'a b'</c>; null when nothing is.</summary>
    public static string? Problem(string name)
    {
        if (name.Length is > 0 and <= MaximumLength && IsIdentifier(name))
        {
            return null;
        }

        var shown = name.Length > MaximumLength ? name[..MaximumLength] + " …" : name;
        return $"the name of a parameter must be that of a C# variable (a letter or _, then letters, digits or _), but is '{shown}'.";
    }

    private static bool IsIdentifier(string name)
    {
        var first = true;
        foreach (var rune in name.EnumerateRunes())
        {
            if (!(first ? IsStart(rune) : IsStart(rune) || IsPart(rune)))
            {
                return false;
            }

            first = false;
        }

        return true;
    }

    private static bool IsStart(Rune rune) =>
        rune.Value == '_' || Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber;

    private static bool IsPart(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
