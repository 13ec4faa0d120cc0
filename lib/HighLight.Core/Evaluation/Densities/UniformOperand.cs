namespace HighLight.Evaluation.Densities;

/// <summary>
/// Unstructured zeros at uniformly random places. Where the number of values is known, exactly ceil(density · values) of them are nonzero and tiles are
/// drawn without replacement (hypergeometric, as Sparseloop does); otherwise each value is nonzero independently (binomial).
/// </summary>
public sealed record UniformOperand : OperandDensity
{
    /// <summary>Creates the model.</summary>
    /// <param name="density">The share of nonzeros, 0..1.</param>
    /// <param name="values">Values in the operand, at least 1; null where they are very many or unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public UniformOperand(double density, int? values = null)
    {
        OccupancyDistribution.ThrowIfNoDensity(density);
        if (values is { } count)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(values));
        }

        Nominal = density;
        Values = values;
    }

    /// <summary>The density asked for.</summary>
    public double Nominal { get; }

    /// <summary>Values in the operand, where known.</summary>
    public int? Values { get; }

    /// <summary>Nonzeros among them, where known: ceil(density · values).</summary>
    public int? Nonzeros => Values is { } values ? (int)Math.Ceiling(Nominal * values) : null;

    /// <inheritdoc/>
    public override double Density => Values is { } values ? (double)Nonzeros!.Value / values : Nominal;

    /// <inheritdoc/>
    public override bool IsExactFor(int tile) => Density is 0 or 1 || tile == Values;

    /// <inheritdoc/>
    public override OccupancyDistribution Occupancy(int tile)
    {
        ThrowIfNoTile(tile);
        return Values is { } values
            ? OccupancyDistribution.Hypergeometric(tile, values, Nonzeros!.Value)
            : OccupancyDistribution.Binomial(tile, Nominal);
    }

    /// <summary>For example <c>unstructured 0.25</c>.</summary>
    public override string ToString() => Invariant($"unstructured {Nominal}");
}
