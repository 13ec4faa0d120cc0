namespace HighLight.Hardware;

/// <summary>A value of a design that cannot be, or that contradicts another.</summary>
/// <param name="Path">The property, from the design inwards, such as <c>GlobalBuffer.CapacityBytes</c>.</param>
/// <param name="Value">The value as text.</param>
/// <param name="Legal">The legal values, such as <c>1..1048576</c>.</param>
/// <param name="Fix">What to do, a sentence; empty where the legal values say it.</param>
public sealed record DesignProblem(string Path, string Value, string Legal, string Fix)
{
    /// <summary>For example <c>ReuseOfB is -1; legal: 1..64.</c> and the fix.</summary>
    public override string ToString() => $"{Path} is {Value}; legal: {Legal}.{(Fix.Length == 0 ? "" : " " + Fix)}";
}
