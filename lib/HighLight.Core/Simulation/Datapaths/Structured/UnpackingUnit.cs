using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using HighLight.Formats;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// Brings the packed words of one column of B to their positions in the step, by the column's metadata, and says which positions have a
/// word (structure of B) and which words are not zero
/// (the flags that gate multiplies).
/// </summary>
internal sealed class UnpackingUnit
{
    private readonly GroupDecoder? _decoder;
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;
    private readonly int[] _blocks;
    private readonly int[] _places;
    private readonly ulong[] _present;
    private readonly ulong[] _nonzero;
    private readonly ulong[] _everywhere;

    public UnpackingUnit(int positions, GroupDecoder? decoder, ActionCounters counters, Probe? probe)
    {
        _decoder = decoder;
        _counters = counters;
        _probe = probe;
        _blocks = new int[positions];
        _places = new int[positions];
        var words = (positions + 63) / 64;
        _present = new ulong[words];
        _nonzero = new ulong[words];
        _everywhere = new ulong[words];
        _everywhere.AsSpan().Fill(ulong.MaxValue);
    }

    /// <summary>
    /// Positions for which B has a word, or which it leaves empty without structure: there a multiply takes place. One bit each.
    /// </summary>
    public ReadOnlySpan<ulong> Present => _decoder is null ? _everywhere : _present;

    /// <summary>Positions whose word is not zero. One bit each.</summary>
    public ReadOnlySpan<ulong> Nonzero => _nonzero;

    /// <summary>Words that are stored for a column of a step.</summary>
    public static int WordsOf(StreamedStep step, int column)
    {
        switch (step.Encoded.Format)
        {
            case HssFormat format:
                return format.Layout.StoredPerRow;
            case BitmaskFormat:
                var words = 0;
                for (var at = 0; at < step.Length; at += 64)
                {
                    words += BitOperations.PopCount(Bits(step, column, at));
                }

                return words;
            default:
                return step.Length;
        }
    }

    /// <summary>Unpacks one column into the panel.</summary>
    public void Unpack(StreamedStep step, int column, ReadOnlySpan<byte> packed, StepPanel panel)
    {
        _counters.TakeB(0, step.MetadataBitsPerColumn);
        var words = MemoryMarshal.Cast<byte, sbyte>(packed);
        switch (step.Encoded.Format)
        {
            case HssFormat:
                ByOffsets(step, column, words, panel);
                break;
            case BitmaskFormat:
                ByBitmask(step, column, words, panel);
                break;
            default:
                InOrder(column, words, panel);
                break;
        }

        _probe?.Tell(
            "unpacking",
            "",
            Invariant($"{packed.Length} words are b[{step.FirstK}..{step.FirstK + step.Length - 1}] of the column: ")
            + Shown(step, column, panel));
    }

    private static string Shown(StreamedStep step, int column, StepPanel panel) =>
        string.Join(' ', Enumerable.Range(0, step.Length).Select(p => Invariant($"{panel.Words[(p * panel.Stride) + column]}")));

    /// <summary>Up to 64 bits of a column's bitmask, from position <paramref name="at"/>.</summary>
    private static ulong Bits(StreamedStep step, int column, int at)
    {
        var first = ((long)column * step.Length) + at;
        var bytes = step.Encoded.Streams[1].Bytes[(int)(first >> 3)..];
        var shift = (int)(first & 7);
        var count = Math.Min(64, step.Length - at);
        var low = Load(bytes) >> shift;
        if (shift + count > 64)
        {
            low |= (ulong)bytes[8] << (64 - shift);
        }

        return count == 64 ? low : low & ((1UL << count) - 1);
    }

    private static ulong Load(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        }

        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        bytes.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64LittleEndian(padded);
    }

    private void InOrder(int column, ReadOnlySpan<sbyte> words, StepPanel panel)
    {
        _nonzero.AsSpan().Clear();
        var target = panel.Words;
        var at = column;
        for (var p = 0; p < words.Length; p++, at += panel.Stride)
        {
            target[at] = words[p];
            _nonzero[p >> 6] |= (words[p] == 0 ? 0UL : 1UL) << p;
        }
    }

    private void ByBitmask(StreamedStep step, int column, ReadOnlySpan<sbyte> words, StepPanel panel)
    {
        _nonzero.AsSpan().Clear();
        var target = panel.Words;
        var at = column;
        var next = 0;
        for (var first = 0; first < step.Length; first += 64)
        {
            var bits = Bits(step, column, first);
            _nonzero[first >> 6] = bits;
            var end = Math.Min(first + 64, step.Length);
            for (var p = first; p < end; p++, at += panel.Stride, bits >>= 1)
            {
                target[at] = (bits & 1) == 0 ? 0 : words[next++];
            }
        }
    }

    private void ByOffsets(StreamedStep step, int column, ReadOnlySpan<sbyte> words, StepPanel panel)
    {
        _present.AsSpan().Clear();
        _nonzero.AsSpan().Clear();
        var groups = step.Offsets!.Layout.GroupsPerSegment;
        for (var p = 0; p < groups * _decoder!.Span; p++)
        {
            panel.Words[(p * panel.Stride) + column] = 0;
        }

        var next = 0;
        for (var group = 0; group < groups; group++)
        {
            _decoder.Decode(step.Offsets, step.Offsets.Group(column, 0, group), group * _decoder.Span, _blocks, _places);
            for (var entry = 0; entry < _decoder.Entries; entry++)
            {
                var p = _blocks[entry] + _places[entry];
                var word = words[next++];
                panel.Words[(p * panel.Stride) + column] = word;
                _present[p >> 6] |= 1UL << p;
                _nonzero[p >> 6] |= (word == 0 ? 0UL : 1UL) << p;
            }
        }
    }
}
