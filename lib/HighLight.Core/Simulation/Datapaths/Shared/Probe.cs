namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>Is told by the parts of a traced run what they hold. Parts of an untraced run have none.</summary>
internal abstract class Probe
{
    /// <summary>A part holds something.</summary>
    public abstract void Tell(string part, string place, string holds);

    /// <summary>
    /// A lane of the array multiplies the value at row <paramref name="m"/> and column <paramref name="k"/> of A by a word of B.
    /// </summary>
    public abstract void TellProduct(string part, int row, int lane, int m, int k, int n, int valueOfA, int valueOfB, bool isGated);
}
