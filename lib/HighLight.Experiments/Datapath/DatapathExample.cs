using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Simulation;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Experiments.Datapath;

/// <summary>A product small enough to be followed by hand, 2×32×4, on arrays of 2 rows × 4 lanes with buffer rows of 16 words: the designs, cut down.</summary>
/// <remarks>
/// A follows <see cref="Pattern"/>: of each four blocks of four two are kept, row 0 keeps the inner ones of the first sixteen and the outer ones of the others, row 1 the opposite. In a block
/// row 0 keeps places 0 and 3, row 1 places 1 and 2. Each row holds 1 2 3 4 5 6 7 8. Every third value of B is zero, one place further down in each column.
/// </remarks>
public static class DatapathExample
{
    private const int Rows = 2;
    private const int Lanes = 4;
    private const int RowWords = 16;
    private const int K = 32;
    private const int N = 4;

    /// <summary>Two of four blocks, two of four values in each: with G = 2 on both ranks four lanes are always full.</summary>
    public static HssPattern Pattern { get; } = HssPattern.Parse("C1(2:4)→C0(2:4)");

    /// <summary>Operand A, 2×32.</summary>
    public static Matrix<sbyte> A { get; } = Matrix<sbyte>.Create(Rows, K, (row, k) => ValueOfA(row, k));

    /// <summary>Operand B, 32×4.</summary>
    public static Matrix<sbyte> B { get; } = Matrix<sbyte>.Create(K, N, (k, n) => (k + n) % 3 == 0 ? (sbyte)0 : (sbyte)(1 + ((k + (2 * n)) % 4)));

    /// <summary>HighLight with 2×4 multipliers and a family whose G fits them.</summary>
    public static Accelerator HighLight { get; } = Small(Accelerators.HighLight) with
    {
        A = Accelerators.HighLight.A with { Families = [HssFamily.Parse("C1(2:{2≤H≤4})→C0(2:{2≤H≤4})")] },
    };

    /// <summary>TC with 2×4 multipliers.</summary>
    public static Accelerator TensorCore { get; } = Small(Accelerators.TensorCore);

    /// <summary>The same operands on both: HighLight knows A's pattern, TC takes A's zeros for data.</summary>
    public static ImmutableArray<SimulationRequest> Requests { get; } =
    [
        new(HighLight, A, B) { PatternOfA = Pattern, Mapping = WholeProduct },
        new(TensorCore, A, B) { Mapping = WholeProduct },
    ];

    private static Mapping WholeProduct => new(Rows, K, N, DramLoopOrder.MOuter);

    private static Accelerator Small(Accelerator design) => design with
    {
        Array = new ComputeArray(Rows, Lanes, 1),
        ReuseOfB = Rows,
        GlobalBuffer = design.GlobalBuffer with { RowBytes = RowWords },
    };

    private static sbyte ValueOfA(int row, int k)
    {
        var (block, place) = Math.DivRem(k, 4);
        var isOuterBlock = block % 4 is 0 or 3;
        var isOuterPlace = place is 0 or 3;
        if (isOuterBlock != (row == 0 == (block >= 4)) || isOuterPlace != (row == 0))
        {
            return 0;
        }

        // Two kept values a block: the first or second of kept block 0, 1, 2 or 3.
        var keptBlock = (2 * (block / 4)) + (block % 4 >= 2 ? 1 : 0);
        return (sbyte)((2 * keptBlock) + (place >= 2 ? 2 : 1));
    }
}
