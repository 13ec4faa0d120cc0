using System.Runtime.CompilerServices;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>
/// Keeps whole blocks of rows × columns weights: round(density · blocks) of all blocks of the matrix, halves rounded up, those with the
/// highest root mean square. Ties go to the lowest block row, then the lowest block column.
/// </summary>
/// <remarks>
/// Blocks tile the matrix from (0, 0), and each segment of columns anew; the edges cut them short. A cut block counts as one block and is
/// ranked by the mean over the weights it has, so the share of weights kept may differ from the density when blocks are cut.
/// </remarks>
public sealed record BlockPruner : IPruner
{
    /// <summary>Creates the pruner.</summary>
    /// <param name="blockRows">Rows of a block, at least 1.</param>
    /// <param name="blockColumns">Columns of a block, at least 1.</param>
    /// <param name="density">The share of blocks that is kept, 0..1.</param>
    /// <exception cref="ArgumentException">A value is outside its range; the message lists all such values.</exception>
    [OverloadResolutionPriority(1)]
    public BlockPruner(int blockRows, int blockColumns, Fraction density)
    {
        PrunerSettings.ThrowIfAny(
            "block",
            blockRows < 1 ? Invariant($"a block of {blockRows} rows has fewer than 1") : null,
            blockColumns < 1 ? Invariant($"a block of {blockColumns} columns has fewer than 1") : null,
            KeptShare.Problem(density));
        BlockRows = blockRows;
        BlockColumns = blockColumns;
        Density = density;
    }

    /// <summary>Creates the pruner from a density read with 15 significant digits: 0.15 is 3/20.</summary>
    /// <inheritdoc cref="BlockPruner(int, int, Fraction)"/>
    public BlockPruner(int blockRows, int blockColumns, double density)
        : this(blockRows, blockColumns, KeptShare.Read(density))
    {
    }

    /// <summary>Rows of a block, at least 1.</summary>
    public int BlockRows { get; }

    /// <summary>Columns of a block, at least 1.</summary>
    public int BlockColumns { get; }

    /// <summary>The share of blocks that is kept, 0..1.</summary>
    public Fraction Density { get; }

    /// <inheritdoc/>
    public string Name => Invariant($"block {BlockRows}×{BlockColumns} {Density}");

    /// <inheritdoc/>
    public Mask Prune(Matrix<float> weights, int? segmentLength = null)
    {
        PrunableWeights.ThrowIfNotFinite(weights, nameof(weights));
        var segment = HssLayout.SegmentOf(weights.Columns, segmentLength);
        if (weights.Values.IsEmpty)
        {
            return Mask.All(weights.Rows, weights.Columns);
        }

        var blocksPerSegment = ((segment - 1) / BlockColumns) + 1;
        var blocksPerRow = blocksPerSegment * (weights.Columns / segment);
        var blocks = blocksPerRow * (((weights.Rows - 1) / BlockRows) + 1);
        var meanSquares = new double[blocks];
        var sizes = new int[blocks];
        for (var row = 0; row < weights.Rows; row++)
        {
            var values = weights.Row(row);
            for (var column = 0; column < values.Length; column++)
            {
                var block = Block(row, column);
                meanSquares[block] += (double)values[column] * values[column];
                sizes[block]++;
            }
        }

        for (var block = 0; block < blocks; block++)
        {
            meanSquares[block] /= sizes[block];
        }

        var kept = TopSelection.Keep(meanSquares, KeptShare.Of(Density, blocks));
        return Mask.Create(weights.Rows, weights.Columns, (row, column) => kept[Block(row, column)]);

        int Block(int row, int column) =>
            (row / BlockRows * blocksPerRow) + (column / segment * blocksPerSegment) + (column % segment / BlockColumns);
    }

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
