using System.Collections.Immutable;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// Both operands as they lie in DRAM: tiles of the nest, each in its format and in the order in which the array takes it.
/// </summary>
internal sealed class DramImage
{
    private readonly DatapathJob _job;
    private readonly StructuredPlan _plan;
    private readonly GroupDecoder? _decoder;
    private readonly Dictionary<(int, int), StationaryTile> _tilesOfA = [];
    private readonly Dictionary<(int, int), StreamedTile> _tilesOfB = [];

    public DramImage(DatapathJob job, StructuredPlan plan, GroupDecoder? decoderOfA)
    {
        _job = job;
        _plan = plan;
        _decoder = decoderOfA;
        A = new StoredTiles(job.Nest.TileM, (from, to, fromK, toK) =>
        {
            var tile = TileOfA(new(from, to, 0, 0, fromK, toK));
            return (tile.Words, tile.MetadataBits);
        });
        B = new StoredTiles(job.Nest.TileN, (from, to, fromK, toK) =>
        {
            var tile = TileOfB(new(0, 0, from, to, fromK, toK));
            return (tile.Words, tile.MetadataBits);
        });
    }

    /// <summary>Operand A, to be moved.</summary>
    public IStoredOperand A { get; }

    /// <summary>Operand B, to be moved.</summary>
    public IStoredOperand B { get; }

    /// <summary>The tile of A for what the buffer holds.</summary>
    public StationaryTile TileOfA(in TileBounds tile)
    {
        if (!_tilesOfA.TryGetValue((tile.FromM, tile.FromK), out var stored))
        {
            var (rows, length) = (tile.ToM - tile.FromM, tile.ToK - tile.FromK);
            stored = new StationaryTile(_job.A, tile.FromM, rows, tile.FromK, length, _plan.FormatOfA(length), _decoder);
            _tilesOfA.Add((tile.FromM, tile.FromK), stored);
        }

        return stored;
    }

    /// <summary>The tile of B.</summary>
    public StreamedTile TileOfB(in TileBounds tile)
    {
        if (!_tilesOfB.TryGetValue((tile.FromK, tile.FromN), out var stored))
        {
            var chunks = ImmutableArray.CreateBuilder<StreamedChunk>();
            for (long first = tile.FromN; first < tile.ToN; first += _job.Design.ReuseOfA)
            {
                var columns = (int)Math.Min(_job.Design.ReuseOfA, tile.ToN - first);
                chunks.Add(StreamedChunk.Of(
                    _job.B, tile.FromK, tile.ToK - tile.FromK, (int)first, columns, _plan.StepLength, _plan.RowWords, _plan.FormatOfB));
            }

            stored = new StreamedTile(chunks.DrainToImmutable());
            _tilesOfB.Add((tile.FromK, tile.FromN), stored);
        }

        return stored;
    }
}
