using HighLight.Pruning;
using HighLight.Tensors;

namespace HighLight.Evaluation.Densities;

/// <summary>A real operand: its zeros are counted, tile by tile along its rows. The last tile of a row may be cut short by the row's end.</summary>
public sealed record CountedOperand : OperandDensity
{
    private readonly Mask _nonzeros;

    /// <summary>Counts the kept positions of a mask.</summary>
    /// <param name="nonzeros">The nonzeros; rows lie along the reduction.</param>
    /// <exception cref="ArgumentException">The mask has no position.</exception>
    public CountedOperand(Mask nonzeros)
    {
        ArgumentNullException.ThrowIfNull(nonzeros);
        if (nonzeros.Rows == 0 || nonzeros.Columns == 0)
        {
            throw new ArgumentException("An operand has at least one value.", nameof(nonzeros));
        }

        _nonzeros = nonzeros;
    }

    /// <summary>Counts the nonzeros of a matrix whose rows lie along the reduction.</summary>
    /// <exception cref="ArgumentException">The matrix has no value.</exception>
    public CountedOperand(Matrix<float> matrix)
        : this(Mask.FromNonzeros(matrix))
    {
    }

    /// <inheritdoc/>
    public override double Density => _nonzeros.Density.ToDouble();

    /// <inheritdoc/>
    public override bool IsExactFor(int tile)
    {
        var occupancy = Occupancy(tile);
        return Enumerable.Range(0, occupancy.Tile + 1).Count(n => occupancy[n] > 0) == 1;
    }

    /// <inheritdoc/>
    public override OccupancyDistribution Occupancy(int tile)
    {
        ThrowIfNoTile(tile);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tile, _nonzeros.Columns);
        var histogram = new long[tile + 1];
        for (var row = 0; row < _nonzeros.Rows; row++)
        {
            for (var start = 0; start < _nonzeros.Columns; start += tile)
            {
                var count = 0;
                for (var column = start; column < Math.Min(start + tile, _nonzeros.Columns); column++)
                {
                    count += _nonzeros[row, column] ? 1 : 0;
                }

                histogram[count]++;
            }
        }

        return OccupancyDistribution.Counted(histogram);
    }

    /// <summary>For example <c>counted, density 0.4</c>.</summary>
    public override string ToString() => Invariant($"counted, density {Density:0.####}");
}
