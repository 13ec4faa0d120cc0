using HighLight.Sparsity;

namespace HighLight.Pruning;

/// <summary>The kept positions of one row as nonempty ones.</summary>
internal readonly ref struct MaskRow(ReadOnlySpan<ulong> bits) : IRowOccupancy
{
    private readonly ReadOnlySpan<ulong> _bits = bits;

    public bool Any(int start, int length) => BitRow.Any(_bits, start, length);
}
