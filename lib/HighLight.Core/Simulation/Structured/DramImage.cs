using System.Collections.Immutable;
using HighLight.Simulation.Parts;

namespace HighLight.Simulation.Structured;

/// <summary>Both operands as they lie in DRAM: tiles of the mapping, each in its format and in the order in which the array takes it.</summary>
internal sealed class DramImage
{
    private readonly SimulationSetup _setup;
    private readonly StructuredPlan _plan;
    private readonly GroupDecoder? _decoder;
    private readonly Dictionary<(int, int), StationaryTile> _tilesOfA = [];
    private readonly Dictionary<(int, int), StreamedTile> _tilesOfB = [];

    public DramImage(SimulationSetup setup, StructuredPlan plan, GroupDecoder? decoderOfA)
    {
        _setup = setup;
        _plan = plan;
        _decoder = decoderOfA;
    }

    /// <summary>The tile of A from a row and a place along K.</summary>
    public StationaryTile TileOfA(int m, int k)
    {
        if (!_tilesOfA.TryGetValue((m, k), out var tile))
        {
            var lengthK = Math.Min(_setup.Mapping.TileK, _setup.Gemm.K - k);
            tile = new StationaryTile(_setup.Request.A, m, Math.Min(_setup.Mapping.TileM, _setup.Gemm.M - m), k, lengthK, _plan.FormatOfA(lengthK), _decoder);
            _tilesOfA.Add((m, k), tile);
        }

        return tile;
    }

    /// <summary>The tile of B from a place along K and a column.</summary>
    public StreamedTile TileOfB(int k, int n)
    {
        if (!_tilesOfB.TryGetValue((k, n), out var tile))
        {
            var lengthK = Math.Min(_setup.Mapping.TileK, _setup.Gemm.K - k);
            var columns = Math.Min(_setup.Mapping.TileN, _setup.Gemm.N - n);
            var chunks = ImmutableArray.CreateBuilder<StreamedChunk>();
            for (var first = 0; first < columns; first += _setup.Design.ReuseOfA)
            {
                chunks.Add(StreamedChunk.Of(
                    _setup.Request.B, k, lengthK, n + first, Math.Min(_setup.Design.ReuseOfA, columns - first), _plan.StepLength, _plan.RowWords, _plan.FormatOfB));
            }

            tile = new StreamedTile(chunks.DrainToImmutable());
            _tilesOfB.Add((k, n), tile);
        }

        return tile;
    }
}
