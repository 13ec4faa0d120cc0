using System.Text;

namespace HighLight.Notebooks.Documents;

/// <summary>Text of a file as it is quoted in a message: one line, short, without control characters.</summary>
internal static class Excerpt
{
    public static string Of(string text, int length = 60)
    {
        var excerpt = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (excerpt.Length >= length)
            {
                return excerpt.Append('…').ToString();
            }

            excerpt.Append(Rune.IsControl(rune) ? new Rune(' ') : rune);
        }

        return excerpt.ToString();
    }
}
