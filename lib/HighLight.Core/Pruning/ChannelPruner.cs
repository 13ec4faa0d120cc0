using System.Runtime.CompilerServices;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>
/// Keeps whole channels: round(density · channels) of them, halves rounded up, those with the highest root mean square over all their
/// weights. Ties go to the lowest channel.
/// </summary>
/// <remarks>
/// Input channel c of a matrix in segments of L columns owns the columns c, c + L, c + 2L … of every row: with columns R, S, C and L = C
/// these are the weights of one input channel. Without segments each column is a channel.
/// </remarks>
public sealed record ChannelPruner : IPruner
{
    /// <summary>Creates the pruner.</summary>
    /// <param name="density">The share of channels that is kept, 0..1.</param>
    /// <param name="axis">Input or output channels.</param>
    /// <exception cref="ArgumentException">The density is not in 0..1, or the axis is unknown; the message lists both.</exception>
    [OverloadResolutionPriority(1)]
    public ChannelPruner(Fraction density, ChannelAxis axis = ChannelAxis.Input)
    {
        PrunerSettings.ThrowIfAny(
            "channel", KeptShare.Problem(density), Enum.IsDefined(axis) ? null : Invariant($"axis {axis} is not Input or Output"));
        Density = density;
        Axis = axis;
    }

    /// <summary>Creates the pruner from a density read with 15 significant digits: 0.15 is 3/20.</summary>
    /// <inheritdoc cref="ChannelPruner(Fraction, ChannelAxis)"/>
    public ChannelPruner(double density, ChannelAxis axis = ChannelAxis.Input)
        : this(KeptShare.Read(density), axis)
    {
    }

    /// <summary>The share of channels that is kept, 0..1.</summary>
    public Fraction Density { get; }

    /// <summary>Input or output channels.</summary>
    public ChannelAxis Axis { get; }

    /// <inheritdoc/>
    public string Name => Invariant($"{(Axis == ChannelAxis.Input ? "input" : "output")} channel {Density}");

    /// <inheritdoc/>
    public Mask Prune(Matrix<float> weights, int? segmentLength = null)
    {
        PrunableWeights.ThrowIfNotFinite(weights, nameof(weights));
        var segment = HssLayout.SegmentOf(weights.Columns, segmentLength);
        var byRow = Axis == ChannelAxis.Output;

        // All channels own equally many weights, so sums of squares rank them as means do.
        var squares = new double[byRow ? weights.Rows : segment];
        for (var row = 0; row < weights.Rows; row++)
        {
            var values = weights.Row(row);
            for (var column = 0; column < values.Length; column++)
            {
                squares[byRow ? row : column % segment] += (double)values[column] * values[column];
            }
        }

        var kept = TopSelection.Keep(squares, KeptShare.Of(Density, squares.Length));
        return Mask.Create(weights.Rows, weights.Columns, (row, column) => kept[byRow ? row : column % segment]);
    }

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;
}
