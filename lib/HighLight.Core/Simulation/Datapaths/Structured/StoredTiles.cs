using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>An operand as it lies in DRAM, tile by tile of the innermost level; other levels hold whole ones of these.</summary>
/// <param name="lines">Rows of A, or columns of B, of a tile.</param>
/// <param name="stored">Words and metadata bits of a tile: its first line, the one behind the last, and its part of K.</param>
internal sealed class StoredTiles(int lines, Func<int, int, int, int, (long Words, long Bits)> stored) : IStoredOperand
{
    /// <inheritdoc/>
    public long Words(int fromLine, int toLine, int fromK, int toK)
    {
        long words = 0;
        for (long line = fromLine; line < toLine; line += lines)
        {
            words += stored((int)line, (int)Math.Min(toLine, line + lines), fromK, toK).Words;
        }

        return words;
    }

    /// <inheritdoc/>
    public long MetadataBits(int fromLine, int toLine, int fromK, int toK)
    {
        long bits = 0;
        for (long line = fromLine; line < toLine; line += lines)
        {
            bits += stored((int)line, (int)Math.Min(toLine, line + lines), fromK, toK).Bits;
        }

        return bits;
    }
}
