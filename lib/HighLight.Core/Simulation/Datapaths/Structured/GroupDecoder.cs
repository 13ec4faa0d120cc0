using HighLight.Formats;
using HighLight.Sparsity;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// Decodes the offsets of one group of an HSS operand as hardware does: those above rank 0 add up to the start of a block, that of rank 0
/// is the place in the block.
/// </summary>
internal sealed class GroupDecoder
{
    private readonly Gh[] _rules;
    private readonly int[] _spans;

    public GroupDecoder(HssPattern pattern)
    {
        _rules = [.. Enumerable.Range(0, pattern.RankCount).Select(rank => pattern[rank])];
        _spans = new int[_rules.Length];
        Span = 1;
        Entries = 1;
        for (var rank = 0; rank < _rules.Length; rank++)
        {
            _spans[rank] = Span;
            Span *= _rules[rank].H;
            Entries *= _rules[rank].G;
        }
    }

    /// <summary>Positions that a group covers.</summary>
    public int Span { get; }

    /// <summary>Entries that a group stores.</summary>
    public int Entries { get; }

    /// <summary>Entries that a block of rank 0 stores.</summary>
    public int EntriesPerBlock => _rules[0].G;

    /// <summary>
    /// The entries of a group, in stored order. Without a reader the group is not stored: padding, whose offsets are the lowest.
    /// </summary>
    /// <param name="reader">The encoded operand, or null.</param>
    /// <param name="group">The number of the group.</param>
    /// <param name="start">The position at which the group starts.</param>
    /// <param name="blocks">Takes the start of each entry's block.</param>
    /// <param name="places">Takes each entry's place in its block.</param>
    public void Decode(HssReader? reader, long group, int start, Span<int> blocks, Span<int> places)
    {
        var next = 0;
        Fiber(reader, _rules.Length - 1, group, start, blocks, places, ref next);
    }

    private void Fiber(HssReader? reader, int rank, long fiber, int start, Span<int> blocks, Span<int> places, ref int next)
    {
        for (var entry = 0; entry < _rules[rank].G; entry++)
        {
            var offset = reader?.Offset(rank, fiber, entry) ?? entry;
            if (rank == 0)
            {
                blocks[next] = start;
                places[next++] = offset;
            }
            else
            {
                Fiber(reader, rank - 1, (fiber * _rules[rank].G) + entry, start + (offset * _spans[rank]), blocks, places, ref next);
            }
        }
    }
}
