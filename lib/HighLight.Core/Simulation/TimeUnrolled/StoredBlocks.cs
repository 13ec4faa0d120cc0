using HighLight.Evaluation;
using HighLight.Formats;
using HighLight.Simulation.Parts;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation.TimeUnrolled;

/// <summary>An operand in DRAM and in the buffer: one <see cref="BlockedOperand"/> for each part of K that the mapping makes.</summary>
internal sealed class StoredBlocks : IStoredOperand
{
    private readonly int _tileK;
    private readonly BlockedOperand[] _parts;

    /// <param name="lines">The operand, lines along K.</param>
    /// <param name="operand">How the design runs it.</param>
    /// <param name="block">Values of a block.</param>
    /// <param name="tileK">The part of the reduction in the buffer.</param>
    public StoredBlocks(Matrix<sbyte> lines, OperandExecution operand, int block, int tileK)
    {
        _tileK = Math.Min(tileK, lines.Columns);
        _parts = new BlockedOperand[((lines.Columns - 1) / _tileK) + 1];
        for (var i = 0; i < _parts.Length; i++)
        {
            var from = i * _tileK;
            var part = Matrix<sbyte>.Create(lines.Rows, Math.Min(_tileK, lines.Columns - from), (line, k) => lines[line, from + k]);
            _parts[i] = operand.Served is { IsDense: false } bound
                ? BlockedOperand.Bounded(new HssFormat(new HssLayout(bound, part.Columns)).Encode(part))
                : BlockedOperand.Unbounded(
                    (operand.MetadataBitsPerValue > 0 ? (SparseFormat)new BitmaskFormat() : new UncompressedFormat()).Encode(part), block, keepsZeros: !operand.SkipsAnyZeros);
        }
    }

    /// <summary>The part of K that begins at <paramref name="fromK"/>.</summary>
    public BlockedOperand Part(int fromK) => _parts[fromK / _tileK];

    /// <inheritdoc/>
    public long Words(int fromLine, int toLine, int fromK, int toK)
    {
        var part = Part(fromK);
        long words = 0;
        for (var line = fromLine; line < toLine; line++)
        {
            words += part.Words(line, 0, part.Blocks);
        }

        return words;
    }

    /// <inheritdoc/>
    public long MetadataBits(int fromLine, int toLine, int fromK, int toK)
    {
        var part = Part(fromK);
        return (toLine - fromLine) * part.MetadataBits(0, part.Blocks);
    }
}
