using System.Collections.Immutable;
using HighLight.Formats;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.TimeUnrolled;

/// <summary>
/// An operand in DRAM and in the buffer: for each part of K that the nest makes, the <see cref="BlockedOperand"/> of each pass. All of
/// them lie
/// in the buffer at once.
/// </summary>
internal sealed class StoredBlocks : IStoredOperand
{
    private readonly int _tileK;
    private readonly ImmutableArray<BlockedOperand>[] _parts;

    /// <param name="lines">The operand, lines along K.</param>
    /// <param name="operand">How the design runs it.</param>
    /// <param name="block">Values of a block.</param>
    /// <param name="tileK">The part of the reduction in the buffer.</param>
    /// <param name="padsDense">Whether all positions of a last block are computed where the operand keeps all: the other one
    /// decides.</param>
    public StoredBlocks(Matrix<sbyte> lines, OperandRun operand, int block, int tileK, bool padsDense)
    {
        _tileK = Math.Min(tileK, lines.Columns);
        _parts = new ImmutableArray<BlockedOperand>[((lines.Columns - 1) / _tileK) + 1];
        for (var i = 0; i < _parts.Length; i++)
        {
            var from = i * _tileK;
            var part = Matrix<sbyte>.Create(lines.Rows, Math.Min(_tileK, lines.Columns - from), (line, k) => lines[line, from + k]);
            _parts[i] = Stored(part, operand, block, padsDense ? int.MaxValue : part.Columns);
        }
    }

    /// <summary>The part of K that begins at <paramref name="fromK"/>, pass by pass.</summary>
    public ImmutableArray<BlockedOperand> Part(int fromK) => _parts[fromK / _tileK];

    /// <inheritdoc/>
    public long Words(int fromLine, int toLine, int fromK, int toK)
    {
        long words = 0;
        foreach (var pass in Part(fromK))
        {
            for (var line = fromLine; line < toLine; line++)
            {
                words += pass.Words(line, 0, pass.Blocks);
            }
        }

        return words;
    }

    /// <inheritdoc/>
    public long MetadataBits(int fromLine, int toLine, int fromK, int toK) =>
        (toLine - fromLine) * Part(fromK).Sum(pass => pass.MetadataBits(0, pass.Blocks));

    private static ImmutableArray<BlockedOperand> Stored(Matrix<sbyte> part, OperandRun operand, int block, int reach)
    {
        if (operand.FirstHalf is { } half)
        {
            return BlockedOperand.Split(new HssFormat(new HssLayout(operand.Pattern!, part.Columns)).Encode(part), half.G, reach);
        }

        if (operand.Pattern is { IsDense: false } bound)
        {
            return [BlockedOperand.Bounded(new HssFormat(new HssLayout(bound, part.Columns)).Encode(part))];
        }

        var format = operand.Storage == OperandStorage.Bitmask ? (SparseFormat)new BitmaskFormat() : new UncompressedFormat();
        return [BlockedOperand.Unbounded(format.Encode(part), block, keepsZeros: !operand.SkipsZeros, reach)];
    }
}
