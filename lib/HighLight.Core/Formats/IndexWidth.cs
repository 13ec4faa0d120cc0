using HighLight.Sparsity;

namespace HighLight.Formats;

/// <summary>Widths of the unsigned indices in metadata.</summary>
internal static class IndexWidth
{
    /// <summary>The widest index.</summary>
    public const int Max = 32;

    /// <summary>ceil(log2 <paramref name="values"/>), the bits that tell that many values apart; 0 for none or one.</summary>
    public static int For(long values) => values == 0 ? 0 : Gh.BitsFor(values);

    /// <summary><paramref name="bits"/> when it is null (as narrow as the matrix allows) or in 0..<see cref="Max"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside the range.</exception>
    public static int? Checked(int? bits, string name) => bits is null or (>= 0 and <= Max)
        ? bits
        : throw new ArgumentOutOfRangeException(name, bits, Invariant($"An index has 0..{Max} bits; null takes the fewest that the matrix allows."));

    /// <summary>Why <paramref name="bits"/> cannot tell <paramref name="values"/> apart; null when it can.</summary>
    public static string? TooNarrow(string name, int? bits, long values, string of) => bits < For(values)
        ? Invariant($"{name} is {bits}, but {values} {of} need {For(values)} bits: give {For(values)}..{Max}, or null for the fewest.")
        : null;

    /// <summary>All of <paramref name="problems"/> that there are, in one text; null when there is none.</summary>
    public static string? Join(params IEnumerable<string?> problems) =>
        string.Join(' ', problems.Where(problem => problem is not null)) is { Length: > 0 } text ? text : null;

    /// <summary>For example <c>4</c>, or <c>auto</c> for null.</summary>
    public static string Text(int? bits) => bits is { } b ? Invariant($"{b}") : "auto";
}
