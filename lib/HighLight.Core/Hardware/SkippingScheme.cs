using System.Collections.Immutable;

namespace HighLight.Hardware;

/// <summary>How a design turns zeros into saved cycles.</summary>
public abstract record SkippingScheme
{
    private protected SkippingScheme()
    {
    }

    /// <summary>The sparsity hardware that the scheme needs in a design.</summary>
    internal abstract ImmutableArray<SafUnit> Hardware(Accelerator design);

    /// <summary>Reports what is wrong with the scheme, and with a design that takes it.</summary>
    internal abstract void Check(ProblemList problems, string path, Accelerator design);

    /// <summary>No cycle is saved, or cycles are saved by structure alone: served patterns pack more of K into the array, always the same share.</summary>
    public sealed record Structured : SkippingScheme
    {
        internal override ImmutableArray<SafUnit> Hardware(Accelerator design) => SparsityHardware.OfStructured(design);

        internal override void Check(ProblemList problems, string path, Accelerator design)
        {
            foreach (var (name, support) in new[] { (nameof(design.A), design.A), (nameof(design.B), design.B) })
            {
                if (support is { UnstructuredZeros: ZeroAction.Skip })
                {
                    problems.Add(
                        $"{name}.{nameof(support.UnstructuredZeros)}",
                        ZeroAction.Skip,
                        $"{ZeroAction.None}, {ZeroAction.Gate}",
                        $"Zeros in any place are skipped by {nameof(OuterProduct)} or, for B, {nameof(TimeUnrolled)}: change {path}.");
                }
            }
        }
    }

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

        internal override ImmutableArray<SafUnit> Hardware(Accelerator design) => SparsityHardware.OfOuterProduct(design, this);

        internal override void Check(ProblemList problems, string path, Accelerator design)
        {
            const int MostRows = 1 << 12;
            if (problems.Within($"{path}.{nameof(TileA)}", TileA, 1, MostRows))
            {
                problems.Within($"{path}.{nameof(LanesA)}", LanesA, 1, TileA);
            }

            if (problems.Within($"{path}.{nameof(TileB)}", TileB, 1, MostRows))
            {
                problems.Within($"{path}.{nameof(LanesB)}", LanesB, 1, TileB);
            }

            problems.Part($"{path}.{nameof(Collector)}", Collector, _ => { });
            foreach (var (name, support) in new[] { (nameof(design.A), design.A), (nameof(design.B), design.B) })
            {
                if (support is { Families.IsDefaultOrEmpty: false })
                {
                    problems.Add(
                        $"{name}.{nameof(support.Families)}",
                        string.Join(", ", support.Families),
                        "[]",
                        "An outer product takes zeros in any place; structure adds nothing to it.");
                }
            }
        }
    }

    /// <summary>
    /// One operand's kept values of each block of <paramref name="Block"/> are taken one a cycle (time-unrolled): the block takes as many cycles as it keeps values.
    /// </summary>
    /// <param name="Block">Values in a block along K.</param>
    /// <param name="AlsoA">Whether A's structure saves cycles too (recalled both ways; a tagged switch).</param>
    public sealed record TimeUnrolled(int Block, bool AlsoA) : SkippingScheme
    {
        /// <summary>The largest block: positions of a bitmask.</summary>
        public const int MaxBlock = 64;

        internal override ImmutableArray<SafUnit> Hardware(Accelerator design) => SparsityHardware.OfTimeUnrolled(design, this);

        internal override void Check(ProblemList problems, string path, Accelerator design)
        {
            problems.Within($"{path}.{nameof(Block)}", Block, 1, MaxBlock);
            if (design.A is { UnstructuredZeros: ZeroAction.Skip })
            {
                problems.Add(
                    $"{nameof(design.A)}.{nameof(design.A.UnstructuredZeros)}",
                    ZeroAction.Skip,
                    $"{ZeroAction.None}, {ZeroAction.Gate}",
                    "Only B's values are taken one a cycle.");
            }
        }
    }
}
