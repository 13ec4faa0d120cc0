namespace HighLight.Notebooks.Parameters;

/// <summary>Which cells the compiler is asked to read the parameters of, before a run and its time limits begin.</summary>
internal static class DeclarationBounds
{
    /// <summary>How many characters the cell may have.</summary>
    public const int LongestCode = 32 * 1024;

    /// <summary>How deep brackets may be nested.</summary>
    public const int DeepestNesting = 100;

    /// <summary>What is wrong with the cell; empty if it is within the bounds.</summary>
    public static IEnumerable<string> Violations(string code)
    {
        if (code.Length > LongestCode)
        {
            yield return Invariant($"it has {code.Length} characters, at most {LongestCode} are read");
        }

        int deepest = Nesting(code);
        if (deepest > DeepestNesting)
        {
            yield return Invariant($"its brackets are nested {deepest} deep, at most {DeepestNesting} are read");
        }
    }

    // Brackets in strings and comments count too: this is a bound, not a reading of the code.
    private static int Nesting(string code)
    {
        int depth = 0;
        int smaller = 0;
        int deepest = 0;
        foreach (char c in code)
        {
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' && depth > 0 ? -1 : 0;
            smaller = c is ';' ? 0 : c is '<' ? smaller + 1 : c is '>' && smaller > 0 ? smaller - 1 : smaller;
            deepest = Math.Max(deepest, depth + smaller);
        }

        return deepest;
    }
}
