namespace HighLight.Simulation;

/// <summary>A datapath, built for one request: it runs the product and says how the analytical model claims to describe it.</summary>
internal interface IDatapath
{
    /// <summary>Runs the product.</summary>
    DatapathRun Run();

    /// <summary>What the analytical model claims of a quantity: a member of AccessCounts, or of CycleBounds, by name.</summary>
    Claim ClaimOf(string quantity);
}
