using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.TimeUnrolled;

/// <summary>
/// The top-NNZ unit: while activations are written, it keeps the values of largest magnitude of each block along K, up to a bound; of
/// equal ones those of lowest
/// coordinate.
/// </summary>
internal sealed class TopNnzUnit
{
    private readonly int _block;
    private readonly int _bound;

    /// <param name="block">Values of a block, 1..64.</param>
    /// <param name="bound">Values kept at most, 0..<paramref name="block"/>.</param>
    public TopNnzUnit(int block, int bound)
    {
        _block = block;
        _bound = bound;
    }

    /// <summary>Nonzeros that were set to 0.</summary>
    public long Dropped { get; private set; }

    /// <summary>Blocks that held more nonzeros than the bound.</summary>
    public long PrunedBlocks { get; private set; }

    /// <summary>Prunes B, K×N, whose blocks lie along columns.</summary>
    public Matrix<sbyte> Prune(Matrix<sbyte> b)
    {
        var values = b.Values.ToArray();
        for (var from = 0; from < b.Rows; from += _block)
        {
            var length = Math.Min(_block, b.Rows - from);
            for (var column = 0; column < b.Columns; column++)
            {
                PruneBlock(values.AsSpan((from * b.Columns) + column), b.Columns, length);
            }
        }

        return Matrix<sbyte>.Wrap(b.Rows, b.Columns, values);
    }

    /// <summary>Sets the smallest nonzeros of a block to 0 until the bound holds; of equal ones the last goes first.</summary>
    private void PruneBlock(Span<sbyte> values, int stride, int length)
    {
        var nonzeros = 0;
        for (var i = 0; i < length; i++)
        {
            nonzeros += values[i * stride] == 0 ? 0 : 1;
        }

        PrunedBlocks += nonzeros > _bound ? 1 : 0;
        for (; nonzeros > _bound; nonzeros--)
        {
            var (smallest, magnitude) = (0, int.MaxValue);
            for (var i = 0; i < length; i++)
            {
                int value = Math.Abs((int)values[i * stride]);
                if (value != 0 && value <= magnitude)
                {
                    (smallest, magnitude) = (i, value);
                }
            }

            values[smallest * stride] = 0;
            Dropped++;
        }
    }
}
