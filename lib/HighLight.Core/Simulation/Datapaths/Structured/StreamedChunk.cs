using System.Collections.Immutable;
using HighLight.Formats;
using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// The columns of B that stream past one load of the registers, as they lie in the global buffer: k-tile-major, that is step by step of
/// the reduction, in each step column by column, in
/// each column along K; packed without gaps from the start of a row.
/// </summary>
internal sealed class StreamedChunk
{
    private readonly byte[] _words;
    private readonly int _rowWords;

    private StreamedChunk(int firstColumn, int columns, int rowWords, ImmutableArray<StreamedStep> steps)
    {
        FirstColumn = firstColumn;
        Columns = columns;
        Steps = steps;
        _rowWords = rowWords;
        _words = new byte[steps.Sum(step => step.Encoded.Values.Bytes.Length)];
        var at = 0;
        foreach (var step in steps)
        {
            var bytes = step.Encoded.Values.Bytes;
            bytes.CopyTo(_words.AsSpan(at));
            at += bytes.Length;
        }
    }

    /// <summary>The first column, in B.</summary>
    public int FirstColumn { get; }

    /// <summary>Columns in the chunk.</summary>
    public int Columns { get; }

    /// <summary>The steps of the reduction.</summary>
    public ImmutableArray<StreamedStep> Steps { get; }

    /// <summary>Words stored.</summary>
    public long Words => _words.Length;

    /// <summary>Metadata bits stored.</summary>
    public long MetadataBits => Steps.Sum(step => step.Encoded.Size.MetadataBits);

    /// <summary>The words of one row; the last row may hold fewer than the others.</summary>
    public ReadOnlySpan<byte> Row(int row) => _words.AsSpan(row * _rowWords, Math.Min(_rowWords, _words.Length - (row * _rowWords)));

    /// <summary>Lays out rows <paramref name="firstK"/>.. of B, a part of K, in the columns of one chunk.</summary>
    public static StreamedChunk Of(
        Matrix<sbyte> b,
        int firstK,
        int lengthK,
        int firstColumn,
        int columns,
        int stepLength,
        int rowWords,
        Func<int, SparseFormat> format)
    {
        var steps = ImmutableArray.CreateBuilder<StreamedStep>();
        var values = b.Values;
        for (var start = 0; start < lengthK; start += stepLength)
        {
            var length = Math.Min(stepLength, lengthK - start);
            var step = new sbyte[length * columns];
            for (var k = 0; k < length; k++)
            {
                var row = values.Slice(((firstK + start + k) * b.Columns) + firstColumn, columns);
                for (var n = 0; n < row.Length; n++)
                {
                    step[(n * length) + k] = row[n];
                }
            }

            steps.Add(new StreamedStep(firstK + start, format(length).Encode(Matrix<sbyte>.Wrap(columns, length, step))));
        }

        return new(firstColumn, columns, rowWords, steps.DrainToImmutable());
    }
}
