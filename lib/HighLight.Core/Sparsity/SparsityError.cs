namespace HighLight.Sparsity;

/// <summary>One violation in a sparsity specification.</summary>
/// <param name="Position">Where it begins, in characters from 0.</param>
/// <param name="Length">How many characters it spans; 0 where something is missing.</param>
/// <param name="Message">What is wrong, with the legal range.</param>
/// <param name="Fix">What to write instead.</param>
public sealed record SparsityError(int Position, int Length, string Message, string Fix);
