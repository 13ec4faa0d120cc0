namespace HighLight.Evaluation.Densities;

/// <summary>Every value counts as nonzero.</summary>
public sealed record DenseOperand : OperandDensity
{
    /// <inheritdoc/>
    public override double Density => 1;

    /// <inheritdoc/>
    public override bool IsExactFor(int tile) => true;

    /// <inheritdoc/>
    public override OccupancyDistribution Occupancy(int tile)
    {
        ThrowIfNoTile(tile);
        return OccupancyDistribution.Certain(tile, tile);
    }

    /// <summary><c>dense</c>.</summary>
    public override string ToString() => "dense";
}
