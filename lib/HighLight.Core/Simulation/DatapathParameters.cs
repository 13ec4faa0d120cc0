namespace HighLight.Simulation;

/// <summary>Sizes of parts inside a datapath which the analytical model does not know: they decide about stalls, not about work.</summary>
public sealed record DatapathParameters
{
    /// <summary>
    /// Words that the VFMU buffers; null: two rows of the global buffer, as its area is counted (assumed), or a row and the widest step
    /// where a step takes more than a row.
    /// </summary>
    public int? FetchBufferWords { get; init; }
}
