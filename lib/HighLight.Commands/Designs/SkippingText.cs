using HighLight.Hardware;

namespace HighLight.Commands.Designs;

/// <summary>How a design turns zeros into saved cycles, in words.</summary>
internal static class SkippingText
{
    /// <summary>A sentence without its stop.</summary>
    public static string Of(Accelerator design) => design.Skipping switch
    {
        SkippingScheme.OuterProduct outer => FormattableString.Invariant(
            $"outer products of nonzeros, {outer.LanesA}×{outer.LanesB} lanes on tiles of {outer.TileA}×{outer.TileB}"),
        SkippingScheme.TimeUnrolled unrolled => FormattableString.Invariant(
            $"B's values of a block of {unrolled.Block} one a cycle{(unrolled.AlsoA ? ", A's structure too" : "")}"),
        _ when design.A.StructuredZeros != ZeroAction.Skip && design.B.StructuredZeros != ZeroAction.Skip => "none",
        _ => "kept values of served patterns packed along K",
    };
}
