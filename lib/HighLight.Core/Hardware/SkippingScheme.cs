namespace HighLight.Hardware;

/// <summary>How a design turns zeros into saved cycles.</summary>
public abstract record SkippingScheme
{
    private protected SkippingScheme()
    {
    }

    /// <summary>No cycle is saved, or cycles are saved by structure alone: served patterns pack more of K into the array, always the same share.</summary>
    public sealed record Structured : SkippingScheme;

    /// <summary>
    /// Outer products of compressed columns of A and rows of B: <paramref name="LanesA"/> × <paramref name="LanesB"/> multipliers take the nonzeros of a
    /// <paramref name="TileA"/> × <paramref name="TileB"/> tile in steps, so that the last step of each operand may be partly empty.
    /// </summary>
    /// <param name="TileA">Rows of A whose nonzeros share steps.</param>
    /// <param name="LanesA">Nonzeros of A a step.</param>
    /// <param name="TileB">Columns of B whose nonzeros share steps.</param>
    /// <param name="LanesB">Nonzeros of B a step.</param>
    public sealed record OuterProduct(int TileA, int LanesA, int TileB, int LanesB) : SkippingScheme
    {
        /// <summary>
        /// Whether steps are averaged as Sparseloop does, by the mean utilisation of nonempty tiles, instead of counted by the mean number of steps.
        /// </summary>
        public bool ByMeanUtilisation { get; init; }

        /// <summary>The accumulation buffer's banks and the collector in front of them. They cost no cycle in an evaluation unless <see cref="ChargesConflicts"/>.</summary>
        public OperandCollector Collector { get; init; } = new();

        /// <summary>
        /// Whether an evaluation adds the stalls by conflicts in the accumulation buffer (<c>Evaluation.AccumulationConflicts</c>) to the array's cycles. Default: no, as DSTC's published
        /// times leave no room for them.
        /// </summary>
        public bool ChargesConflicts { get; init; }
    }

    /// <summary>
    /// One operand's kept values of each block of <paramref name="Block"/> are taken one a cycle (time-unrolled): the block takes as many cycles as it keeps values.
    /// </summary>
    /// <param name="Block">Values in a block along K.</param>
    /// <param name="AlsoA">Whether A's structure saves cycles too (recalled both ways; a tagged switch).</param>
    public sealed record TimeUnrolled(int Block, bool AlsoA) : SkippingScheme;
}
