namespace HighLight.Workloads;

/// <summary>The share of nonzero values of an activation tensor, and where it is from.</summary>
public sealed record ActivationDensity
{
    /// <summary>Creates the density.</summary>
    /// <param name="value">Share of nonzeros, 0..1.</param>
    /// <param name="provenance">How far it can be trusted.</param>
    /// <param name="source">Where it is from, for a reader who wants to check it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not in 0..1.</exception>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty.</exception>
    public ActivationDensity(double value, Provenance provenance, string source)
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A density is a share of values: 0..1.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        Value = value;
        Provenance = provenance;
        Source = source;
    }

    /// <summary>Share of nonzeros, 0..1.</summary>
    public double Value { get; }

    /// <summary>How far it can be trusted.</summary>
    public Provenance Provenance { get; }

    /// <summary>Where it is from.</summary>
    public string Source { get; }

    /// <summary>For example <c>0.45 (assumed: inside a block, after ReLU)</c>.</summary>
    public override string ToString() => Invariant($"{Value:0.####} ({Provenance.ToString().ToLowerInvariant()}: {Source})");
}
