namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>An operand as it is stored, by lines along K: rows of A, columns of B.</summary>
internal interface IStoredOperand
{
    /// <summary>Words stored for a part of the reduction of some lines.</summary>
    long Words(int fromLine, int toLine, int fromK, int toK);

    /// <summary>Metadata bits stored for it.</summary>
    long MetadataBits(int fromLine, int toLine, int fromK, int toK);
}
