namespace HighLight.Notebooks.Html;

/// <summary>
/// Which code the compiler's parser gets, only to mark words: where brackets are nested deep it takes minutes, or more of the stack than
/// there is.
/// </summary>
internal static class CodeBounds
{
    private const int LongestCode = 32 * 1024;
    private const int DeepestNesting = 100;
    private const int MostDirectives = 500;

    public static bool IsSensible(string code)
    {
        if (code.Length > LongestCode)
        {
            return false;
        }

        int depth = 0;
        int smaller = 0;
        int deepest = 0;
        foreach (char c in code)
        {
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' && depth > 0 ? -1 : 0;
            smaller = c is ';' ? 0 : c is '<' ? smaller + 1 : c is '>' && smaller > 0 ? smaller - 1 : smaller;
            deepest = Math.Max(deepest, depth + smaller);
        }

        return deepest <= DeepestNesting && code.AsSpan().Count('#') <= MostDirectives;
    }
}
