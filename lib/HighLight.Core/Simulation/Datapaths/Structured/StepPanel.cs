namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// The words of B that a step has broadcast to the array, unpacked: a line for each position along K, in it a word for each column.
/// Positions without a word hold 0.
/// </summary>
internal sealed class StepPanel
{
    /// <summary>Columns that a vector instruction takes at once at most, so that lines can be read whole.</summary>
    private const int Block = 32;

    public StepPanel(int positions, int columns)
    {
        // One vector more than the columns take: lines a power of two apart would compete for few sets of the cache.
        Stride = ((columns + Block - 1) / Block * Block) + 8;
        Words = new int[positions * Stride];
    }

    /// <summary>Words from one position to the next.</summary>
    public int Stride { get; }

    /// <summary>The word at position p of column n is at p · <see cref="Stride"/> + n.</summary>
    public int[] Words { get; }
}
