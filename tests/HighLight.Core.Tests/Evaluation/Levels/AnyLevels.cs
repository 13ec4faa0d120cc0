using CsCheck;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Simulation;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation.Levels;

/// <summary>A design of three or four levels, and operands with what they store.</summary>
/// <param name="Design">The design.</param>
/// <param name="A">Operand A.</param>
/// <param name="StoredA">What it stores.</param>
/// <param name="B">Operand B.</param>
/// <param name="StoredB">What it stores.</param>
internal sealed record AnyLevels(Accelerator Design, OperandDensity A, NaiveOperand StoredA, OperandDensity B, NaiveOperand StoredB)
{
    private static readonly NaiveOperand Plain = new(1, 1, 0);

    /// <summary>Dense, structured and unstructured operands with what they store, by hand.</summary>
    private static IReadOnlyList<AnyLevels> Operands { get; } =
    [
        new(Accelerators.TensorCore, new DenseOperand(), Plain, new UniformOperand(0.5), Plain),
        new(Accelerators.SparseTensorCore, new HssOperand(HssPattern.Parse("C0(2:4)")), new(4, 2, 4), new DenseOperand(), Plain),
        new(Accelerators.HighLight, new DenseOperand(), Plain, new UniformOperand(0.25), new(1, 0.25, 1)),

        // 4:8 of 2:4 keeps 8 of 32, each with 2 bits, and 4 blocks with 3 bits.
        new(
            Accelerators.HighLight,
            new HssOperand(HssPattern.Parse("C1(4:8)→C0(2:4)")),
            new(32, 8, 28),
            new UniformOperand(0.5),
            new(1, 0.5, 1)),
        new(Accelerators.DualSideSparseTensorCore, new UniformOperand(0.5), new(1, 0.5, 1), new UniformOperand(0.25), new(1, 0.25, 1)),
        new(Accelerators.S2ta, new HssOperand(HssPattern.Parse("C0(2:8)")), new(8, 2, 8), new DenseOperand(), Plain),
    ];

    /// <summary>Operands of any kind on a small array with one or two levels more, each of which keeps any of A, B and Z.</summary>
    public static Gen<AnyLevels> Any { get; } = Gen.Select(
        Evaluate.Choice([.. Operands]), Keeps, Keeps, Keeps, Gen.Bool).Select((operands, outer, middle, inner, isFour) =>
        {
            var design = AnyRun.Small(operands.Design);
            var glb = StorageLevel.GlobalBuffer with { Keeps = inner };
            var l2 = StorageLevel.GlobalBuffer with { Name = "L2", Keeps = outer };
            var l1 = StorageLevel.GlobalBuffer with { Name = "L1", Keeps = middle };
            return operands with { Design = design with { Levels = isFour ? [design.Dram, l2, l1, glb] : [design.Dram, l2, glb] } };
        });

    private static Gen<KeptOperands> Keeps => Gen.Int[1, 7].Select(kept => (KeptOperands)kept);

    /// <summary>A product with ragged edges, and tiles that nest: multiples of those inside, or all of a dimension.</summary>
    public static Gen<(Gemm Gemm, Mapping Mapping)> Product(int outerTiles) =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 90], Gen.Int[1, 40]).SelectMany((m, k, n) =>
            Gen.Select(Tiles(m, outerTiles), Tiles(k, outerTiles), Tiles(n, outerTiles), Gen.Int[0, 5].Array[outerTiles + 1]).Select(
                (tilesM, tilesK, tilesN, orders) =>
                {
                    LevelTile Tile(int i) => new(tilesM[i], tilesK[i], tilesN[i], (DramLoopOrder)orders[i]);
                    var inner = Tile(outerTiles);
                    return (new Gemm(m, k, n), new Mapping(inner.M, inner.K, inner.N, inner.Order)
                    {
                        SpillsZ = true,
                        OuterTiles = new([.. Enumerable.Range(0, outerTiles).Select(Tile)]),
                    });
                }));

    public Evaluator Prepare(double outputDensity = 1) => new(Design, TechnologyTable.Default, A, B, outputDensity);

    /// <summary>Tiles of one dimension, outermost first.</summary>
    private static Gen<int[]> Tiles(int size, int outerTiles) => Gen.Select(Gen.Int[1, size + 1], Gen.Int[1, 5].Array[outerTiles]).Select(
        (inner, times) =>
        {
            var tiles = new int[outerTiles + 1];
            tiles[^1] = inner;
            for (var i = outerTiles - 1; i >= 0; i--)
            {
                // At 5 all of the dimension.
                tiles[i] = tiles[i + 1] >= size ? tiles[i + 1] : times[i] == 5 ? size : tiles[i + 1] * times[i];
            }

            return tiles;
        });
}
