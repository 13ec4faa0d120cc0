using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Sparsity;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// Skipping above rank 0, between the global buffer and the array: for each row, the offsets of its kept blocks select the blocks of B
/// that its
/// multipliers get to see. Blocks that no offset names cost no cycle.
/// </summary>
internal sealed class RankOneSelection
{
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;
    private readonly int _entriesPerBlock;
    private readonly (int EntriesPerPayload, int OffsetBits)[] _ranks;
    private long _selections;

    public RankOneSelection(HssPattern? served, OperandSupport support, ActionCounters counters, Probe? probe)
    {
        _counters = counters;
        _probe = probe;
        _entriesPerBlock = served?[0].G ?? 1;
        var ranks = new List<(int, int)>();
        var entries = _entriesPerBlock;
        for (var rank = 1; rank < (served?.RankCount ?? 0); rank++)
        {
            if (!served![rank].IsDense)
            {
                ranks.Add((entries, OffsetWidths.Of(support, served, rank)));
            }

            entries *= served[rank].G;
        }

        _ranks = [.. ranks];
    }

    /// <summary>Whether there is anything to select above rank 0.</summary>
    private bool IsActive => _ranks.Length > 0;

    /// <summary>One cycle: the rows select the blocks for so many multiplies.</summary>
    public void Cycle(long multiplies, RegisterArray registers)
    {
        if (!IsActive)
        {
            return;
        }

        _selections += multiplies / _entriesPerBlock;
        foreach (var (entries, bits) in _ranks)
        {
            _counters.RegisterMetadataBits += multiplies / entries * bits;
        }

        if (_probe is not null)
        {
            for (var row = 0; row < registers.Rows; row++)
            {
                for (var e = 0; e < registers.Entries; e += _entriesPerBlock)
                {
                    _probe.Tell(
                        "rank-1 selection",
                        Invariant($"row {row} slot {e / _entriesPerBlock}"),
                        Invariant($"block at {registers.Blocks[(row * registers.Stride) + e]}"));
                }
            }
        }
    }

    public void Report()
    {
        if (IsActive)
        {
            _counters.Report("rank-1 selection", "blocks selected", _selections);
        }
    }
}
