namespace HighLight.Commands.Formatting;

/// <summary>A number of things, in words.</summary>
internal static class Quantity
{
    /// <summary>Such as <c>1 cell</c> or <c>2 cells</c>.</summary>
    public static string Of(int count, string thing) => Invariant($"{count} {thing}{(count == 1 ? "" : "s")}");
}
