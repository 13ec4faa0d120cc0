using System.Runtime.InteropServices;
using HighLight.Formats;
using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>A tile of A as it lies in the global buffer, in its format.</summary>
internal sealed class StationaryTile
{
    private readonly EncodedMatrix _encoded;
    private readonly HssReader? _reader;
    private readonly GroupDecoder? _decoder;

    public StationaryTile(Matrix<sbyte> a, int firstRow, int rows, int firstK, int lengthK, SparseFormat format, GroupDecoder? decoder)
    {
        FirstRow = firstRow;
        Rows = rows;
        FirstK = firstK;
        var tile = new sbyte[rows * lengthK];
        for (var row = 0; row < rows; row++)
        {
            a.Row(firstRow + row).Slice(firstK, lengthK).CopyTo(tile.AsSpan(row * lengthK));
        }

        _encoded = format.Encode(Matrix<sbyte>.Wrap(rows, lengthK, tile));
        _decoder = decoder;
        _reader = decoder is null ? null : new HssReader(_encoded);
        MetadataBitsPerGroup = _reader is null || _reader.Layout.GroupsPerSegment == 0
            ? 0
            : (int)(_encoded.Size.MetadataBits / ((long)rows * _reader.Layout.GroupsPerSegment));
    }

    /// <summary>The first row, in A.</summary>
    public int FirstRow { get; }

    /// <summary>Rows of the tile.</summary>
    public int Rows { get; }

    /// <summary>The first column, in A.</summary>
    public int FirstK { get; }

    /// <summary>Words stored.</summary>
    public long Words => _encoded.Values.Count;

    /// <summary>Metadata bits stored.</summary>
    public long MetadataBits => _encoded.Size.MetadataBits;

    /// <summary>Metadata bits of one group; 0 where there are none.</summary>
    public int MetadataBitsPerGroup { get; }

    /// <summary>
    /// What a row stores for the positions of one step. Behind the row's end, groups and words that the step still covers are padding:
    /// zeros that are not read from anywhere.
    /// </summary>
    /// <param name="row">The row of the tile.</param>
    /// <param name="first">The first position of the step, in the tile.</param>
    /// <param name="positions">Positions that the step covers.</param>
    /// <param name="values">Takes the values.</param>
    /// <param name="blocks">Takes the start of each value's block, from the start of the step.</param>
    /// <param name="places">Takes each value's place in its block.</param>
    /// <returns>Values of the step, and how many of them and of metadata bits are stored.</returns>
    public (int Entries, int Words, int MetadataBits) Read(
        int row, int first, int positions, Span<int> values, Span<int> blocks, Span<int> places)
    {
        var stored = MemoryMarshal.Cast<byte, sbyte>(_encoded.Values.Bytes);
        if (_decoder is not { } decoder)
        {
            var words = Math.Clamp(_encoded.Columns - first, 0, positions);
            for (var p = 0; p < positions; p++)
            {
                (values[p], blocks[p], places[p]) = (p < words ? stored[(row * _encoded.Columns) + first + p] : 0, p, 0);
            }

            return (positions, words, 0);
        }

        var (entries, storedGroups) = (0, 0);
        for (var start = 0; start < positions; start += decoder.Span, entries += decoder.Entries)
        {
            var group = (first + start) / decoder.Span;
            var isStored = group < _reader!.Layout.GroupsPerSegment;
            var number = isStored ? _reader.Group(row, 0, group) : 0;
            decoder.Decode(isStored ? _reader : null, number, start, blocks[entries..], places[entries..]);
            for (var e = 0; e < decoder.Entries; e++)
            {
                values[entries + e] = isStored ? stored[(int)((number * decoder.Entries) + e)] : 0;
            }

            storedGroups += isStored ? 1 : 0;
        }

        return (entries, storedGroups * decoder.Entries, storedGroups * MetadataBitsPerGroup);
    }
}
