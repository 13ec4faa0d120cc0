using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Sparsity;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// The processing elements: each lane picks its word of B out of its block by the 2-bit offset beside its value of A (rank-0 skipping),
/// multiplies unless the word is zero and zeros are gated, and the lanes of a row add up in space.
/// </summary>
/// <remarks>
/// What a cycle does is counted cycle by cycle. The sums of the columns of a step are formed together, several columns at a time: their
/// order
/// does not matter to integers. Counting goes by position: the values that select a position all see the same word and the same flag.
/// </remarks>
internal sealed class ProcessingElements
{
    private readonly bool _gates;
    private readonly int _offsetBits;
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;
    private long _selections;

    public ProcessingElements(HssPattern? served, OperandSupport support, bool gatesZerosOfB, ActionCounters counters, Probe? probe)
    {
        _gates = gatesZerosOfB;
        _offsetBits = served is null ? 0 : OffsetWidths.Of(support, served, 0);
        _counters = counters;
        _probe = probe;
    }

    /// <summary>One cycle, for one column of B.</summary>
    /// <param name="registers">The values of A.</param>
    /// <param name="unpacked">Which positions of the step have a word, and which words are not zero.</param>
    /// <param name="positions">Positions that the step covers.</param>
    /// <returns>Multiplies done, and gated.</returns>
    public (long Done, long Gated) Cycle(RegisterArray registers, UnpackingUnit unpacked, int positions)
    {
        long executed = 0, done = 0;
        var uses = registers.Uses;
        var present = unpacked.Present;
        var nonzero = unpacked.Nonzero;
        for (var first = 0; first < positions; first += 64)
        {
            var here = present[first >> 6] & (positions - first >= 64 ? ulong.MaxValue : (1UL << (positions - first)) - 1);
            var live = _gates ? here & nonzero[first >> 6] : here;
            done += Sum(uses, first, live);
            executed += live == here ? 0 : Sum(uses, first, here & ~live);
        }

        executed += done;
        _counters.MacsDone += done;
        _counters.MacsGated += executed - done;
        _counters.MacsSkipped += ((long)registers.Rows * positions) - executed;
        _counters.RegisterAccesses += done;
        if (_offsetBits > 0)
        {
            _selections += executed;
            _counters.RegisterMetadataBits += executed * _offsetBits;
        }

        return (done, executed - done);
    }

    /// <summary>
    /// Adds the products of columns <paramref name="first"/>.. of the panel to the partial sums of the tile from a row and a column of Z.
    /// </summary>
    public static void Multiply(
        RegisterArray registers, StepPanel panel, int first, int columns, PartialSums sums, int firstM, int firstN)
    {
        Span<int> lines = stackalloc int[Math.Min(registers.Entries, 256)];
        for (var row = 0; row < registers.Rows; row++)
        {
            for (var begin = 0; begin < registers.Entries; begin += lines.Length)
            {
                var count = Math.Min(lines.Length, registers.Entries - begin);
                var at = (row * registers.Stride) + begin;
                for (var e = 0; e < count; e++)
                {
                    lines[e] = ((registers.Blocks[at + e] + registers.Places[at + e]) * panel.Stride) + first;
                }

                var target = sums.Row(firstM + row, firstN + first, columns);
                MultiplyRow(registers.Values.AsSpan(at, count), lines[..count], panel.Words, target);
            }
        }
    }

    public void Tell(RegisterArray registers, UnpackingUnit unpacked, StepPanel panel, int column, int firstRow, int firstK, int n)
    {
        if (_probe is null)
        {
            return;
        }

        for (var row = 0; row < registers.Rows; row++)
        {
            for (var e = 0; e < registers.Entries; e++)
            {
                var at = (row * registers.Stride) + e;
                var p = registers.Blocks[at] + registers.Places[at];
                if ((unpacked.Present[p >> 6] >> p & 1) == 0)
                {
                    continue;
                }

                var word = panel.Words[(p * panel.Stride) + column];
                var gated = _gates && (unpacked.Nonzero[p >> 6] >> p & 1) == 0;
                _probe.TellProduct("processing elements", row, e, firstRow + row, firstK + p, n, registers.Values[at], word, gated);
            }
        }
    }

    public void Report()
    {
        if (_offsetBits > 0)
        {
            _counters.Report("rank-0 muxes", "words selected", _selections);
        }
    }

    private static long Sum(int[] uses, int first, ulong positions)
    {
        long sum = 0;
        for (; positions != 0; positions &= positions - 1)
        {
            sum += uses[first + BitOperations.TrailingZeroCount(positions)];
        }

        return sum;
    }

    private static void MultiplyRow(ReadOnlySpan<int> values, ReadOnlySpan<int> lines, int[] words, Span<int> sums)
    {
        ref var word = ref MemoryMarshal.GetArrayDataReference(words);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var width = Vector256<int>.Count;
        var n = 0;
        for (; n <= sums.Length - (4 * width); n += 4 * width)
        {
            var (sum0, sum1) = (Vector256.LoadUnsafe(ref sum, (nuint)n), Vector256.LoadUnsafe(ref sum, (nuint)(n + width)));
            var sum2 = Vector256.LoadUnsafe(ref sum, (nuint)(n + (2 * width)));
            var sum3 = Vector256.LoadUnsafe(ref sum, (nuint)(n + (3 * width)));
            for (var e = 0; e < values.Length; e++)
            {
                var value = Vector256.Create(values[e]);
                var at = (nuint)(lines[e] + n);
                sum0 += value * Vector256.LoadUnsafe(ref word, at);
                sum1 += value * Vector256.LoadUnsafe(ref word, at + (nuint)width);
                sum2 += value * Vector256.LoadUnsafe(ref word, at + (nuint)(2 * width));
                sum3 += value * Vector256.LoadUnsafe(ref word, at + (nuint)(3 * width));
            }

            sum0.StoreUnsafe(ref sum, (nuint)n);
            sum1.StoreUnsafe(ref sum, (nuint)(n + width));
            sum2.StoreUnsafe(ref sum, (nuint)(n + (2 * width)));
            sum3.StoreUnsafe(ref sum, (nuint)(n + (3 * width)));
        }

        for (; n < sums.Length; n++)
        {
            var total = sums[n];
            for (var e = 0; e < values.Length; e++)
            {
                total += values[e] * words[lines[e] + n];
            }

            sums[n] = total;
        }
    }
}
