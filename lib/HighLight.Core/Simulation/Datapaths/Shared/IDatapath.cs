namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>A datapath, built for one job.</summary>
internal interface IDatapath
{
    /// <summary>Runs the product.</summary>
    DatapathRun Run();
}
