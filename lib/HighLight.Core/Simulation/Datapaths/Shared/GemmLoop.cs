namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>A dimension of a product, as a loop over its tiles.</summary>
internal enum GemmLoop
{
    /// <summary>Rows of A and Z.</summary>
    M,

    /// <summary>The reduction.</summary>
    K,

    /// <summary>Columns of B and Z.</summary>
    N,
}
