namespace HighLight.Evaluation;

/// <summary>Energy of one level of storage, in pJ.</summary>
/// <param name="Data">Rows of data; of the outermost level data and metadata.</param>
/// <param name="Metadata">Rows of metadata.</param>
public readonly record struct LevelEnergy(double Data, double Metadata)
{
    /// <summary>Both, in pJ.</summary>
    public double Total => Data + Metadata;
}
