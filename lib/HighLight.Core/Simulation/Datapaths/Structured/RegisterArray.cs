using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// The registers beside the multipliers: the values of A that stay while columns of B stream past, each with its offsets.
/// Double-buffered: a step is loaded while the one before computes.
/// </summary>
internal sealed class RegisterArray
{
    private readonly int _entriesPerRow;
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;

    public RegisterArray(int rows, int entriesPerRow, int positions, ActionCounters counters, Probe? probe)
    {
        _entriesPerRow = entriesPerRow;
        _counters = counters;
        _probe = probe;
        Values = new int[rows * entriesPerRow];
        Blocks = new int[rows * entriesPerRow];
        Places = new int[rows * entriesPerRow];
        Uses = new int[positions];
    }

    /// <summary>Rows in use.</summary>
    public int Rows { get; private set; }

    /// <summary>Values that each row holds in this step.</summary>
    public int Entries { get; private set; }

    /// <summary>The values, <see cref="Entries"/> a row, rows <see cref="Stride"/> apart.</summary>
    public int[] Values { get; }

    /// <summary>For each value the start of its block of B in the step: what the offsets above rank 0 select.</summary>
    public int[] Blocks { get; }

    /// <summary>For each value its place in the block: the offset of rank 0.</summary>
    public int[] Places { get; }

    /// <summary>How many values select each position of the step.</summary>
    public int[] Uses { get; }

    /// <summary>Registers from one row to the next.</summary>
    public int Stride => _entriesPerRow;

    /// <summary>Loads one step of up to as many rows as the array has.</summary>
    /// <returns>Words and metadata bits that were read from the global buffer.</returns>
    public (long Words, long MetadataBits) Load(StationaryTile tile, int firstRow, int rows, int firstPosition, int positions)
    {
        Rows = rows;
        Uses.AsSpan().Clear();
        long words = 0, bits = 0;
        for (var row = 0; row < rows; row++)
        {
            var at = row * _entriesPerRow;
            var read = tile.Read(
                firstRow + row,
                firstPosition,
                positions,
                Values.AsSpan(at, _entriesPerRow),
                Blocks.AsSpan(at, _entriesPerRow),
                Places.AsSpan(at, _entriesPerRow));
            Entries = read.Entries;
            words += read.Words;
            bits += read.MetadataBits;
            for (var e = at; e < at + read.Entries; e++)
            {
                Uses[Blocks[e] + Places[e]]++;
                _probe?.Tell(
                    "operand registers",
                    Invariant($"row {row} register {e - at}"),
                    Invariant($"a[{tile.FirstRow + firstRow + row},{tile.FirstK + firstPosition + Blocks[e] + Places[e]}] = {Values[e]}: ")
                    + Invariant($"block at {Blocks[e]}, place {Places[e]}"));
            }
        }

        _counters.TakeA(words, bits);
        _counters.RegisterAccesses += words;
        _counters.RegisterMetadataBits += bits;
        return (words, bits);
    }
}
