using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>
/// Fills the levels on chip as the nest goes on, from outside inwards: a tile is fetched at each iteration of the loop that fetches it,
/// from the next level out that keeps the operand.
/// </summary>
internal sealed class StorageFill
{
    private readonly DatapathJob _job;
    private readonly IStoredOperand _a;
    private readonly IStoredOperand _b;
    private readonly ActionCounters _counters;

    public StorageFill(DatapathJob job, IStoredOperand a, IStoredOperand b, ActionCounters counters)
    {
        _job = job;
        _a = a;
        _b = b;
        _counters = counters;
    }

    /// <summary>Brings in what the nest fetches for its next tile.</summary>
    public void Load(NestWalk walk)
    {
        for (var level = 1; level <= _job.Nest.Levels; level++)
        {
            var tile = walk.Of(level);
            if (Fetches(walk, level, KeptOperands.A, GemmLoop.N))
            {
                var (words, bits) = Stored(_a, tile.FromM, tile.ToM, tile);
                _counters.Levels[level].A.Write(words, bits);
                _counters.Levels[Source(level, KeptOperands.A)].A.Read(words, bits);
                Tell("A", level, words, bits, Source(level, KeptOperands.A));
            }

            if (Fetches(walk, level, KeptOperands.B, GemmLoop.M))
            {
                var (words, bits) = Stored(_b, tile.FromN, tile.ToN, tile);
                _counters.Levels[level].B.Write(words, bits);
                _counters.Levels[Source(level, KeptOperands.B)].B.Read(words, bits);
                Tell("B", level, words, bits, Source(level, KeptOperands.B));
            }
        }
    }

    private bool Fetches(NestWalk walk, int level, KeptOperands operand, GemmLoop beside) =>
        _job.Design.Levels[level].Holds(operand) && walk.Begins <= _job.Nest.FetchLoop(level, beside);

    private int Source(int level, KeptOperands operand) => StorageSources.Of(_job.Design.Levels, operand, level);

    /// <summary>What a tile takes, in parts of K as the innermost level holds them.</summary>
    private (long Words, long Bits) Stored(IStoredOperand operand, int fromLine, int toLine, in TileBounds tile)
    {
        long words = 0, bits = 0;
        for (long k = tile.FromK; k < tile.ToK; k += _job.Nest.TileK)
        {
            var to = (int)Math.Min(tile.ToK, k + _job.Nest.TileK);
            words += operand.Words(fromLine, toLine, (int)k, to);
            bits += operand.MetadataBits(fromLine, toLine, (int)k, to);
        }

        return (words, bits);
    }

    private void Tell(string operand, int level, long words, long bits, int source) => _job.Probe?.Tell(
        level == _job.Nest.Levels ? "global buffer" : _job.Design.Levels[level].Name,
        operand,
        Invariant($"a tile of {words} words and {bits} bits of metadata arrives from {_job.Design.Levels[source].Name}"));
}
