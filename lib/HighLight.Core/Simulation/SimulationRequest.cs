using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Tensors;
using HighLight.Workloads;

namespace HighLight.Simulation;

/// <summary>What is to be simulated: a design and the operands that it multiplies.</summary>
/// <param name="Design">The design.</param>
/// <param name="A">Operand A, M×K.</param>
/// <param name="B">Operand B, K×N.</param>
public sealed record SimulationRequest(Accelerator Design, Matrix<sbyte> A, Matrix<sbyte> B)
{
    /// <summary>The longest reduction: so many products of 2^14 are less than 2^31.</summary>
    public const int MaxReduction = (1 << 17) - 1;

    /// <summary>The pattern that A obeys along K; null: none is promised, its zeros may lie anywhere.</summary>
    public HssPattern? PatternOfA { get; init; }

    /// <summary>The pattern that each column of B obeys along K; null: none is promised, its zeros may lie anywhere.</summary>
    public HssPattern? PatternOfB { get; init; }

    /// <summary>
    /// The tiles; null: those that the mapper finds for the analytical evaluation of the same operands, so that both sides run the same.
    /// </summary>
    public Mapping? Mapping { get; init; }

    /// <summary>What the mapper minimises.</summary>
    public Objective Objective { get; init; } = Objective.Edp;

    /// <summary>
    /// Whether the analytical model counts zeros that obey no pattern where they are, tile by tile along K; otherwise it knows their
    /// number alone
    /// and takes their places as random.
    /// </summary>
    public bool CountsZeros { get; init; }

    /// <summary>Energies, for the mapper and the comparison. Default: 65 nm.</summary>
    public TechnologyTable Technology { get; init; } = TechnologyTable.Default;

    /// <summary>Sizes of parts that the analytical model does not know.</summary>
    public DatapathParameters Parameters { get; init; } = new();

    /// <summary>
    /// Buckets of the utilisation over time, an even number from 2; their number is fixed, so the memory of a run does not grow with its
    /// cycles.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is odd, below 2 or above 65536.</exception>
    public int UtilisationBuckets
    {
        get;
        init => field = value is >= 2 and <= 65536 && value % 2 == 0
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "Buckets are an even number in 2..65536: pairs of them are merged as the run grows.");
    } = 64;

    /// <summary>Whom the parts tell, cycle by cycle, what they hold; null: nobody, and nothing is spent on it.</summary>
    public ITraceObserver? Trace { get; init; }

    /// <summary>The shape of the product.</summary>
    /// <exception cref="ArgumentException">An operand has no value, A's columns are not B's rows, there are more of them than sums of 32
    /// bits hold for certain, or Z is larger than an array.</exception>
    public Gemm Gemm => Problem is { } problem ? throw new ArgumentException(problem) : new Gemm(A.Rows, A.Columns, B.Columns);

    /// <summary>Why the operands cannot be multiplied here; null where they can.</summary>
    private string? Problem
    {
        get
        {
            if (A.Rows == 0 || A.Columns == 0 || B.Columns == 0)
            {
                return Invariant($"A is {A.Rows}×{A.Columns} and B {B.Rows}×{B.Columns}: ")
                    + "a product takes 1 or more rows and columns of each.";
            }

            if (A.Columns != B.Rows)
            {
                return Invariant($"A is {A.Rows}×{A.Columns} (M×K) and B {B.Rows}×{B.Columns} (K×N): ")
                    + "the columns of A must be the rows of B. Transpose one of them?";
            }

            if (A.Columns > MaxReduction)
            {
                return Invariant($"K = {A.Columns}: sums of more than {MaxReduction} products of 8 bits may not fit 32 bits. Cut K.");
            }

            return (long)A.Rows * B.Columns > Array.MaxLength
                ? Invariant($"Z has {A.Rows}×{B.Columns} values; a simulation holds {Array.MaxLength} at the most. ")
                    + "Take fewer rows of A or columns of B."
                : null;
        }
    }
}
