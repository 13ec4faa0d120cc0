namespace HighLight.Notebooks.Html;

/// <summary>Which code the compiler's lexer gets: for directives and strings within one another its time grows with the square.</summary>
internal static class CodeBounds
{
    /// <summary>Longer code is not marked.</summary>
    public const int LongestCode = 32 * 1024;

    /// <summary>How many number signs, which begin directives, and how many dollar signs, which begin strings, there may be.</summary>
    public const int MostSigns = 1000;

    public static bool IsSensible(string code) =>
        code.Length <= LongestCode && code.AsSpan().Count('#') <= MostSigns && code.AsSpan().Count('$') <= MostSigns;
}
